## The page itself

page-kicker = موجز لاتخاذ القرار
page-for_seat = موجَّه إلى { $seat }
page-contents = المحتويات
page-sources = قائمة المصادر
page-table_number = الجدول { $number }:
page-figure_number = الشكل { $number }:
page-page_of = الصفحة { $page } من { $pages }
page-skip = انتقل إلى النص
page-rests_on = يستند إلى
page-items_counted = { $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندين
    [few] { $count } بنود
    [many] { $count } بنداً
   *[other] { $count } بند
  }
page-judged = استُعمل تقدير محلّل لهذا البند
page-same_as_table = الأرقام نفسها في جدول
page-appendix = البنود
page-appendix_note = كل بند من بنود الحالة يستند إليه هذا الموجز: ما مضمونه، ومن القائل به، وكيف قُدّر.
page-unfounded = لم يُذكر له مصدر ولا تعليل
page-when = يصح عندما
page-passage = المصدر
page-reason = التعليل
page-reading = ويُقرأ أيضاً هكذا
page-footer = كل ما وُسم بأنه محسوب ناتج عن الحالة والاستمارات المذكورة أعلاه وفق قواعد معلنة. والملفات نفسها والإعدادات نفسها تعطي هذه الصفحة نفسها.
page-mark_source = قول المصدر
page-mark_analyst = تقدير محلّل
page-mark_computed = محسوب
page-firm_certain = مؤكّد بحسب هذه التقديرات
page-firm_possible = غير محسوم
page-firm_cannot_be_told = لا يمكن البتّ فيه
page-illustration = للتوضيح فقط ولا يمثل رأي أحد: مُلئت الاستمارة «{ $sheet }» لبيان طريقة العمل.
page-illustration_says = للتوضيح فقط، الاستمارة «{ $sheet }»: { $notice }
page-source_only = لا تضم الاستمارة «{ $sheet }» إلا ما رتّبته المصادر نفسها أو قدّرته.
page-source_only_says = من المصادر وحدها، الاستمارة «{ $sheet }»: { $notice }
page-sheet = { $title } ({ $analyst }؛ { $standing })
page-no_sheets = لا توجد: لم يقدّر أحد هذه الحالة بعد
page-made_by = برنامج «حوار» { $version }، بذرة السحب { $seed }
page-fact_sheets = التقديرات
page-fact_sources = المصادر
page-and_more = { $first }، و{ $count ->
    [zero] لا مصدر آخر
    [one] مصدر آخر
    [two] مصدران آخران
    [few] { $count } مصادر أخرى
    [many] { $count } مصدراً آخر
   *[other] { $count } مصدر آخر
  } (مدرجة تحت «{ $part }»)
page-fact_made = أداة الحساب
page-fact_digests = بصمات الحالة والاستمارات

standing-analyst = رأي المحلّل نفسه
standing-source_only = ما قدّرته المصادر فقط
standing-illustration = للتوضيح، ولا يمثل رأي أحد

part-minute = في دقيقة واحدة
part-minute-why = لماذا
part-minute-changes = ما الذي يغيّر ذلك
part-minute-unknown = ما ليس معلوماً
part-minute-judge-first = ما ينبغي تقديره أولاً
part-asked = أسئلة صاحب القرار
part-tracks = المسارات جنباً إلى جنب
part-tracks_for = ما يعنيه كل مسار بالنسبة إلى { $party }
part-firmness = ما مدى الحسم
part-pairs = مقارنة المسارات اثنين اثنين
part-flips = ما الذي يقلب الاختيار
part-moves = أكثر ما يحرّك الفارق
part-pictures = ما قد يأتي به كل مسار
part-risk = كيف قد تنتهي الأمور
part-regret = إذا جرت الأحداث على غير ما يُنتظر
part-learn = ما ينبغي تقديره أولاً
part-interests = المصالح
part-conflicts = أين تتعارض الأهداف، وما الذي يخفف التعارض
part-agreeable = ما يمكن الاتفاق عليه فوراً
part-balance = التوافق والتعارض بحسب المجال
part-goals = الأهداف
part-parties = الأطراف ومواقعها
part-ground = على ماذا يقوم هذا الموجز
part-stated = ما ذُكر وما لم يُذكر
part-sources = المصادر
part-judged = من قدّر ماذا
part-method = كيف جرى الحساب، وحدوده
part-words = الألفاظ المستعملة هنا

fold-feasibility = أي مسار متاح في أي سيناريو
fold-by_scenario = الشيء نفسه في كل سيناريو
fold-effects = جميع المكاسب والكلف بالنسبة إلى { $party }، كما قُدّرت
fold-pairs_stated = الشيء نفسه من دون ما لم تذكره المصادر
fold-flips_rest = { $count ->
    [zero] لا تغييرات أخرى
    [one] تغيير آخر
    [two] تغييران آخران
    [few] { $count } تغييرات أخرى
    [many] { $count } تغييراً آخر
   *[other] { $count } تغيير آخر
  }
fold-risk = كل احتمال في جملة
fold-regret_in_words = أكبر ندم في كل مسار، في جملة
fold-regret = الندم في جدول
fold-conflicts = كل تعارض في جملة
fold-goals = جميع الأهداف
fold-agenda = كل خيار على جدول الأعمال: من يريده ومن يرفضه، وأهداف مَن يخدم أو يضر
fold-anchors = ما تمثله 100 نقطة بالنسبة إلى { $party }
fold-weights = الأوزان التي ترجّح كل مسار
fold-positions = مواقف الأطراف
fold-affected = من يكسب ومن يدفع الثمن، بألفاظ الحالة نفسها

explain-points = في كل مجال تمثل 100 نقطة أكبر مكسب أو خسارة تصفها الحالة. وتُجمع المكاسب أو الكلف المتعددة، فقد يتجاوز المجموع 100.
explain-no_anchors = لا تصف الحالة ما تمثله 100 نقطة بالنسبة إلى { $party }.
explain-tracks = لا يُتاح المسار إلا إذا تحققت شروطه. والقيم بالنقاط: 100 هي أكبر مكسب أو خسارة تسميها الحالة في مجال ما. أما «لم يُذكر» فمعناه أن أحداً لم يقل شيئاً، لا أن القيمة صفر.
explain-firmness = تترك الألفاظ والمديات متسعاً. وتبيّن الأرقام أدناه ما يصح في هذا المتسع كله، وما يصح في جزء منه، وأي تقدير يقلب الاختيار.
explain-flips = يُحرَّك تقدير واحد في كل مرة، وتبقى التقديرات الأخرى جميعها في وسط مداها. ولا تُدرج إلا التغييرات الواقعة ضمن ما تسمح به الاستمارات، أصغرها أولاً.
explain-no_flips = لا يوجد تقدير واحد، إذا حُرّك ضمن ما تسمح به الاستمارات، يقلب الاختيار بين أي مسارين.
explain-no_risk = لا يمكن البتّ فيه: لحدث مؤثر احتمال لم يُقدَّر، فلا تُعرف احتمالات النتائج.
explain-weights = متوسط الأوزان في السحوبات التي يأتي فيها المسار أولاً. ويبيّن الجدول الثاني كم مرة يبقى المسار أولاً بهذه الأوزان بالضبط، مع بقاء كل ما عداها غير مؤكد كما هو.
explain-learn = كم تساوي، بالنقاط، معرفة تقدير ما بدقة قبل الاختيار. والتقدير الذي لا يغيّر أي اختيار لا يساوي شيئاً مهما كان غير مؤكد.
explain-asked = يرد كل سؤال بألفاظ الحالة نفسها، ويُجاب عنه بما حُسب حتى الآن؛ وحيث لا يكفي ذلك يُسمّى ما ينقص.
explain-ground = لا يكون الرقم أفضل مما يستند إليه. يَعُدّ هذا القسم ما ذكرته المصادر، وما قدّره المحلّلون، وما لم يقله أحد.

section-sources = مصدر
section-domains = مجال
section-parties = طرف
section-empty_roles = دور لا يشغله أحد
section-places = مكان
section-goals = هدف
section-relations = علاقة بين هدفين
section-events = حدث
section-moves = تحرّك طرف واحد
section-issues = قضية على جدول الأعمال
section-tracks = مسار
section-needs = شرط لمسار
section-variants = صيغة لمسار
section-effects = مكسب أو كلفة
section-links = صلة سببية
section-rules = قاعدة بين الخيارات
section-positions = موقف
section-ties = رابطة بين طرفين
section-capabilities = قدرة
section-delegations = وفد
section-acts = قانون أو قرار
section-agreements = اتفاقية
section-routes = طريق إقرار
section-calendar = موعد
section-terms = مبدأ
section-questions = سؤال
section-claims = قول
section-attributes = سمة تُقارَن بها الحوارات
section-comparators = حوار مشابه
section-precedents = ما حققه حوار مشابه
section-means = وسيلة
section-steps = خطوة في الخطة
section-environment = عامل من عوامل البيئة
section-plans = خطة

entry-at_section = القسم { $section }
entry-at_page = الصفحة { $page }
entry-quote = «{ $quote }»
entry-because = { $reason } ({ $by })
entry-likelihood = احتماله
entry-likelihood_if = احتماله إذا { $condition }
entry-likelihood_of = احتمال: { $option }
entry-likelihood_of_if = احتمال: { $option }، إذا { $condition }
entry-size = حجمه
entry-size_for = حجمه بالنسبة إلى { $of }
entry-unstated_gain = مكاسب لم تذكرها المصادر، بالنسبة إلى { $party }
entry-unstated_cost = كلف لم تذكرها المصادر، بالنسبة إلى { $party }
entry-weights_order = ترتيب أهمية مجالاته
entry-weight_of = وزن المجال: { $domain }
entry-priorities = ترتيب أهدافه
entry-judged = التقدير
entry-other_positions = المواقف
entry-other_worth = قيمة خياراته
entry-influence = أثر «{ $option }» في «{ $outcome }»، على سلّم من { "−3" } إلى 3
entry-delay_cost = كلفة شهر من التأخير، { $domain }
reference-joint = {". "}
reference-in_note = [{ $number }]
reference-in_note_at_page = [{ $number }]، ص { $page }
note-item = { $item } ({ $passages })
note-item_judged = { $item } ({ $passages }؛ مقدَّر)
note-item_plain = { $item }
note-item_plain_judged = { $item } (مقدَّر)
note-more = { $count ->
    [zero] ولا بنود أخرى في الملحق
    [one] وبند آخر في الملحق
    [two] وبندان آخران في الملحق
    [few] و{ $count } بنود أخرى في الملحق
    [many] و{ $count } بنداً آخر في الملحق
   *[other] و{ $count } بند آخر في الملحق
  }
