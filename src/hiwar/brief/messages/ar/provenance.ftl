## What it all stands on: whose word it is, what is missing, how far the sheets agree, what to study next

part-contrary = ما قيل على وجهين أو احتمل قراءتين
part-coders = مدى اتفاق الاستمارات
part-differing = أين تختلف أحكام الاستمارات ولماذا
part-study = المواضع الهشة: ما الذي يُدرس بعد

explain-coders = الرقم هو معامل ألفا لكريبندورف: 1 حيث تتفق الاستمارات في كل شيء، و0 حيث لا تتفق أكثر مما تتفق به المصادفة، وما دون 0 حيث تختلف اختلافاً منتظماً. من 0.80 فصاعداً يمكن الاعتماد على نوع التقدير، ومن 0.67 بحذر. وتُقارَن الألفاظ والنطاقات بوصفها نطاقات: يختلف نطاقان بقدر تباعدهما من طرف إلى طرف.
explain-differing = كل حكم هنا هو حكم استمارة وحدها بالنسبة إلى { $seat }، مع احتساب ما لم تذكره المصادر كما تقدّره الاستمارة وإلا فمجهولاً. ولمعرفة ما يتوقف عليه الحكم تأخذ الاستمارة تقديرات من الأخرى ثم تُقارَن المسارات من جديد.
explain-study = كم تساوي معرفة كل شيء عن بند واحد قبل الاختيار، بالنقاط، مع بقاء ما عداه كما في الاستمارات. وحيث لا تقلب المعرفة الاختيار لا تساوي شيئاً مهما قلّ المعلوم.
explain-without = ما يبقى قوله بلا أي تقدير وما لا يبقى:

fold-readings = بنود تحتمل أكثر من قراءة والقراءة المعتمدة
fold-apart = كل تقدير لا قيمة مشتركة فيه بين استمارتين
fold-sheet_agreement = الأمر نفسه في جمل
fold-needed = كل تقدير تحتاج إليه المقارنة

provenance-items = { $items ->
    [zero] لا بنود في الحالة:
    [one] في الحالة بند واحد:
    [two] في الحالة بندان:
    [few] في الحالة { $items } بنود:
    [many] في الحالة { $items } بنداً:
   *[other] في الحالة { $items } بند:
  } ذكر المصدر { $stated }، وقدّر المحلّل مع التعليل { $judged }، وبلا هذا ولا ذاك { $unfounded }.
provenance-all_founded = لكل بند من بنود الحالة مصدر أو تعليل.
provenance-unfounded = { $count ->
    [zero] لا بند بلا مصدر ولا تعليل.
    [one] بلا سند: لا مصدر ولا تعليل لما يلي: { $items }.
    [two] بلا سند: بندان لا مصدر لهما ولا تعليل: { $items }.
    [few] بلا سند: { $count } بنود لا مصدر لها ولا تعليل: { $items }.
    [many] بلا سند: { $count } بنداً لا مصدر لها ولا تعليل: { $items }.
   *[other] بلا سند: { $count } بند لا مصدر لها ولا تعليل: { $items }.
  }
provenance-contrary = متعارضان وقد أُبقي على كليهما: «{ $first }» ({ $first_kind }) و«{ $second }» ({ $second_kind }).
provenance-reading_chosen = { $count ->
    [zero] لا بند يحتمل أكثر من قراءة.
    [one] بند واحد يحتمل أكثر من قراءة، والحالة تبيّن القراءة التي تعتمدها.
    [two] بندان يحتملان أكثر من قراءة، والحالة تبيّن القراءة التي تعتمدها.
    [few] { $count } بنود تحتمل أكثر من قراءة، والحالة تبيّن القراءة التي تعتمدها.
    [many] { $count } بنداً تحتمل أكثر من قراءة، والحالة تبيّن القراءة التي تعتمدها.
   *[other] { $count } بند تحتمل أكثر من قراءة، والحالة تبيّن القراءة التي تعتمدها.
  }
provenance-reading_open = { $count ->
    [zero] لا بند بقيت قراءته مفتوحة.
    [one] بند واحد يحتمل أكثر من قراءة ولا تعتمد الحالة أياً منها: { $items }.
    [two] بندان يحتملان أكثر من قراءة ولا تعتمد الحالة أياً منها: { $items }.
    [few] { $count } بنود تحتمل أكثر من قراءة ولا تعتمد الحالة أياً منها: { $items }.
    [many] { $count } بنداً تحتمل أكثر من قراءة ولا تعتمد الحالة أياً منها: { $items }.
   *[other] { $count } بند تحتمل أكثر من قراءة ولا تعتمد الحالة أياً منها: { $items }.
  }
provenance-agreement = { $level ->
    [reliable] تتفق الاستمارات في { $judged_kind }
    [tentative] تتفق الاستمارات إجمالاً في { $judged_kind }
    [low] تتفق الاستمارات قليلاً في { $judged_kind }
   *[none] لا تتفق الاستمارات في { $judged_kind } أكثر مما تتفق به المصادفة
  }: { $alpha } (من { $alpha_low } إلى { $alpha_high })، وعدد ما يقدّره أكثر من واحدة منها { $both }؛ { $apart ->
    [0] وليس فيه ما لا قيمة مشتركة لها فيه.
    [zero] وليس فيه ما لا قيمة مشتركة لها فيه.
    [one] وفي تقدير واحد منه لا قيمة مشتركة بين استمارتين.
    [two] وفي تقديرين منه لا قيمة مشتركة بين استمارتين.
    [few] وفي { $apart } تقديرات منه لا قيمة مشتركة بين استمارتين.
    [many] وفي { $apart } تقديراً منه لا قيمة مشتركة بين استمارتين.
   *[other] وفي { $apart } تقدير منه لا قيمة مشتركة بين استمارتين.
  }
provenance-agreement_few = في { $judged_kind } لا يمكن أن يُقارَن إلا { $both }، وهو أقل من أن يُميَّز به الاتفاق من المصادفة؛ والرقم { $alpha }، { $apart ->
    [0] وليس فيه ما لا قيمة مشتركة فيه بين استمارتين.
    [zero] وليس فيه ما لا قيمة مشتركة فيه بين استمارتين.
    [one] وفي تقدير واحد منه لا قيمة مشتركة بين استمارتين.
    [two] وفي تقديرين منه لا قيمة مشتركة بين استمارتين.
    [few] وفي { $apart } تقديرات منه لا قيمة مشتركة بين استمارتين.
    [many] وفي { $apart } تقديراً منه لا قيمة مشتركة بين استمارتين.
   *[other] وفي { $apart } تقدير منه لا قيمة مشتركة بين استمارتين.
  }
provenance-no_variation = في { $judged_kind } جميع القيم التي يمكن أن تُقارَن ({ $both }) متساوية؛ ولا يُعرف أهو اتفاق أم عادة.
provenance-no_pairs = قدّرته استمارة واحدة فقط فلا يمكن أن يُقارَن: { $kinds }.
provenance-needed = تحتاج مقارنة المسارات بالنسبة إلى { $seat } إلى تقديرات عددها { $needed }: أُعطي منها { $given }، وقيل إن { $unknown } منها غير معلوم، ولم يُعطِ أحد { $missing }.
provenance-nobody_judged = { $kind ->
    [size] لم يقل أحد ما حجم
    [likelihood] لم يقل أحد ما احتمال
    [event] لم يقل أحد ما احتمال مآلات
    [unstated] لم يقدّر أحد ما تركته المصادر من
   *[weights] لم يقل أحد ما وزن المجالات عند
  }: { $items }.
provenance-no_judgements = لم تُستعمل أي استمارة تقدير، فلا يُعرف شيء عن الأحجام والاحتمالات والأوزان.
provenance-nothing_compared = ليس في الحالة مسارات يمكن أن تُقارَن للجهة التي أُعدّ لها الموجز، فلا يمكن أن يُقال على ماذا يقوم الاختيار.
provenance-verdict_differs = «{ $first }» أو «{ $second }»: بحسب الاستمارة «{ $sheet }» { $by_sheet ->
    [first] الأول أفضل بالتأكيد
    [second] الثاني أفضل بالتأكيد
    [equal] لا فرق بينهما
    [not_firm] الأمر غير محسوم
   *[not_comparable] لا يتاحان معاً أبداً
  }، وبحسب الاستمارة «{ $other_sheet }» { $by_other ->
    [first] الأول أفضل بالتأكيد
    [second] الثاني أفضل بالتأكيد
    [equal] لا فرق بينهما
    [not_firm] الأمر غير محسوم
   *[not_comparable] لا يتاحان معاً أبداً
  }.
provenance-verdicts_agree = تنتهي الاستمارات { $sheets } إلى الحكم نفسه في كل زوج من المسارات.
provenance-turned_by_one = { $count ->
    [one] تنتهي «{ $sheet }» إلى حكم «{ $other_sheet }» في «{ $first }» أو «{ $second }» إن أخذت عنها تقديراً واحداً، ولا يكفي وحده غيره: { $judgements }.
   *[other] تنتهي «{ $sheet }» إلى حكم «{ $other_sheet }» في «{ $first }» أو «{ $second }» إن أخذت عنها أياً من هذه التقديرات وحده: { $judgements }.
  }
provenance-turned_by_two = تنتهي «{ $sheet }» إلى حكم «{ $other_sheet }» في «{ $first }» أو «{ $second }» إن أخذت عنها تقديرين معاً، ولا يكفي تقدير واحد: { $judgements }.
provenance-turned_by_items = تنتهي «{ $sheet }» إلى حكم «{ $other_sheet }» في «{ $first }» أو «{ $second }» إن أخذت عنها كل التقديرات في ما يلي، ولا يُستغنى عن شيء منه: { $items }.
provenance-study = { $kind ->
    [item] دراسة «{ $item }»: معرفة حجمه واحتماله قبل الاختيار
    [unstated] دراسة ما تركته المصادر من «{ $item }»: معرفته قبل الاختيار
    [event] دراسة احتمال مآلات «{ $item }»: معرفته قبل الاختيار
   *[weights] حسم وزن المجالات عند { $item }: معرفته قبل الاختيار
  } تساوي في المتوسط { $value } من النقاط.
provenance-study_unsized = { $kind ->
    [item] تقدير «{ $item }»، حجماً واحتمالاً
    [unstated] تقدير ما تركته المصادر من «{ $item }»
    [event] تقدير احتمال مآلات «{ $item }»
   *[weights] تقدير وزن المجالات عند { $item }
  }: هو من أكثر ما بقي مفتوحاً أثراً في الاختيار. ولا يُعرف ذلك بالنقاط ما دامت أحجام ناقصة.
provenance-nothing_to_study = لا شيء مما يمكن أن يُعرف عن بند واحد وحده يقلب اختيار { $seat }.
provenance-holds_without = يُعرف حتى بلا أي تقدير: بين «{ $first }» و«{ $second }» { $by_sheet ->
    [first] الأول أفضل بالتأكيد.
    [second] الثاني أفضل بالتأكيد.
   *[equal] لا فرق.
  }
provenance-rests_on_judgements = يقوم على تقديرات: { $by_sheet ->
    [first] أن الأول من «{ $first }» و«{ $second }» أفضل بالتأكيد
    [second] أن الثاني من «{ $first }» و«{ $second }» أفضل بالتأكيد
   *[equal] أن لا فرق بين «{ $first }» و«{ $second }»
  }. ولا يعود يُعرف من دونها.
provenance-not_told_without = بلا تقديرات لا يُعرف أيهما أفضل: «{ $first }» أو «{ $second }».

provenance-pooled = { $pooling ->
    [linear] الاحتمالات والأحجام والأوزان مجمّعة من الاستمارات { $sheets }: متوسط ما تسمح به كل منها، وكل استمارة تُحسب كغيرها.
    [logarithmic] الاحتمالات مجمّعة من الاستمارات { $sheets } بالمتوسط الهندسي، والأحجام والأوزان بالمتوسط، وكل استمارة تُحسب كغيرها.
   *[performance] الاحتمالات والأحجام والأوزان مجمّعة من الاستمارات { $sheets }: متوسط ما تسمح به كل منها، وتُحسب كل استمارة بقدر ما أصاب محلّلها في أسئلة أجوبتها معروفة.
  } وما تختلف فيه يذوب في المتوسط؛ وقد يكون الجواب بكل استمارة وحدها غيره.
caption-calibration = كيف أجاب المحلّلون عن أسئلة أجوبتها معروفة
column-questions = الأسئلة
column-calibration = المعايرة
column-information = المعلومات
column-weight_of_sheet = الوزن

kind_of_judgement-likelihood = الاحتمالات
kind_of_judgement-size = الأحجام
kind_of_judgement-unstated = ما تركته المصادر
kind_of_judgement-weights = أوزان المجالات
kind_of_judgement-priorities = ترتيب الأهداف
kind_of_judgement-relations = علاقات الأهداف
kind_of_judgement-positions = المواقف
kind_of_judgement-worth = قيمة الخيارات
kind_of_judgement-reservation_value = قيمة عدم الاتفاق
kind_of_judgement-ties = الروابط
kind_of_judgement-influence = أثر الصلات
kind_of_judgement-cross_impact = أثر المآلات بعضها في بعض
kind_of_judgement-delay_cost = كلفة التأخير

claim_kind-fact = يُؤخذ على أنه واقع
claim_kind-wish = رغبة
claim_kind-inference = استنتاج
claim_kind-verdict = حكم
claim_kind-demand = مطلب
claim_kind-question = سؤال
claim_kind-item = بند من الحالة

judgement-unstated = ما تركته المصادر من «{ $subject }»
judgement-event = احتمال مآلات «{ $subject }»

caption-readings = بنود تحتمل أكثر من قراءة
caption-sheet_agreement = اتفاق الاستمارات بحسب نوع التقدير
caption-apart = تقديرات لا قيمة مشتركة فيها بين استمارتين
caption-needed = التقديرات التي تحتاج إليها المقارنة بالنسبة إلى { $party }
caption-study = كم تساوي دراسة بند

column-judged_kind = ما يُقدَّر
column-both_judge = قدّرته أكثر من استمارة
column-one_only = قدّرته واحدة فقط
column-alpha = الاتفاق
column-alpha_range = من إلى
column-apart = بلا قيمة مشتركة
column-says = تقول
column-other_sheet = الاستمارة الأخرى
column-other_says = تقول
column-reading_used = القراءة المعتمدة
column-given = هل أُعطي؟
column-item = البند
column-worth_points = القيمة (بالنقاط)

given-given = أُعطي
given-unknown = قيل إنه غير معلوم
given-missing = ناقص

provenance-few = أقل مما يكفي
provenance-once = قُدّر مرة واحدة
provenance-same = متساوية كلها
provenance-no_reading = لم تُعتمد قراءة
