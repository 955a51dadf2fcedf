## When to begin

part-timing = متى تكون البداية
part-pressure = من يقع تحت ضغط الوقت
part-bets = مسارات تراهن على حدث
part-branches = ما يغيّره كل مآل
explain-timing = في كل يوم يمكن الالتزام بمسار أو الانتظار. ويُعرف الحدث المؤرخ ابتداء من يومه. وكلفة الانتظار هي كلفة كل شهر من التأخير ما دام الوقت ضاغطاً. ويُقارَن يومان بالتقديرات نفسها، ويسقط ما يشتركان فيه.
caption-tree = ما يساويه كل اختيار في كل يوم، في وسط التقديرات
caption-starts = ما يساويه كل مسار لكل جانب إذا بدأ في يوم معيّن، مستقبلاً بعد مستقبل
caption-pressure = ضغوط الوقت، وحالها في كل يوم
caption-delay = كلفة شهر من التأخير على كل جانب، بالنقاط
caption-bets = مسارات تنتظر حدثاً، أو تحتاج إلى مآل واحد من مآلاته
caption-branches = بعد كل مآل
fold-starts = كل مسار، إذا بدأ في كل يوم
picture-tree = القرار عبر الزمن
picture-tree_shows = من اليمين إلى اليسار: اليوم، والخيارات المتاحة عنده، وما يساويه كل منها في وسط التقديرات، مع أحسن ما يمكن من التصرف لاحقاً. المربع اختيار للجهة التي أُعدّ لها الموجز، والدائرة حدث لا يقرره أحد من الجالسين إلى الطاولة. وأفضل اختيار عند كل مربع مرسوم بخط متصل.
chart-decide = قرار
column-choice = الاختيار
column-choice_worth = القيمة، بالنقاط
column-best_choice = الأفضل
column-pressure = الضغط
column-stands = حاله
column-per_month = النقاط في الشهر
column-said_of_it = ما تقوله الحالة
column-closes = ما يُغلق
column-ends = ضغوط تنتهي
column-event = الحدث
column-counts = كيف يراهن عليه
column-advice = ما تنصح به الحالة
column-gainers = من يكسب بالتأخير
column-can_begin = هل يمكن أن يبدأ
stands-presses = ضاغط
stands-over = انتهى
stands-eased = خفّ
stands-not_yet = لم يبدأ بعد
counts-waits = ينتظره
counts-needs = يُغلق إذا جاء على غير ذلك
best_choice-yes = الأفضل
can_begin-open = نعم
can_begin-bet = إذا جاءت الأحداث مواتية فقط
can_begin-closed = لا
words-all_domains = المجالات كلها معاً، مرجَّحة بالأوزان
words-day_after = { $day }، بعد { $known }
words-wait = الانتظار
words-never = عدم الالتزام أبداً
words-day = { $day } { $month } { $year }
month-january = كانون الثاني/يناير
month-february = شباط/فبراير
month-march = آذار/مارس
month-april = نيسان/أبريل
month-may = أيار/مايو
month-june = حزيران/يونيو
month-july = تموز/يوليو
month-august = آب/أغسطس
month-september = أيلول/سبتمبر
month-october = تشرين الأول/أكتوبر
month-november = تشرين الثاني/نوفمبر
month-december = كانون الأول/ديسمبر

timing-begin_now = لا يكون الانتظار حتى { $day } أفضل من البدء في { $now } في أي حال، أياً تكن التقديرات: فلكل خطة تنتظر خطةٌ تبدأ فوراً ولا تقل عنها.
timing-wait = لا يكون البدء في { $now } أفضل من الانتظار حتى { $day } في أي حال، أياً تكن التقديرات.
timing-no_day_preferred = لا فرق بين البدء في { $now } والبدء في { $day }: لا شيء مما قُدّر هنا يرجّح أحد اليومين.
timing-start_share = البدء في { $now } أم الانتظار حتى { $day }: أمر غير محسوم. ويأتي البدء فوراً أولاً في { $share } من التقديرات المقبولة.
timing-start_not_firm = البدء في { $now } أم الانتظار حتى { $day }: لا يمكن البتّ فيه، فما قُدّر أقل مما يلزم.
timing-waiting_unjudged = البدء في { $now } أم الانتظار حتى { $day }: لا يمكن البتّ فيه، إذ لا تقول أي استمارة كم يكلّف شهر من التأخير { $seat }.
timing-nothing_open_now = في { $now } لا يمكن أن يبدأ أي مسار أياً يكن ما سيأتي؛ أما في { $day } فيوجد مسار يمكن أن يبدأ.
timing-nothing_open_then = في { $day } لا يعود ممكناً أن يبدأ أي مسار أياً يكن ما سيأتي؛ أما في { $now } فيوجد مسار يمكن أن يبدأ.
timing-event_hangs_on_course = لا يمكن تقدير قيمة الانتظار حتى { $day }: فاحتمال هذه الأحداث يتوقف في هذه الاستمارات على المسار، ومن ينتظر لم يسلك مساراً بعد: { $events }.
timing-plans_cut_short = عدد الخطط ليوم واحد يزيد على { $count }؛ ولا تُقارَن إلا الخطط التي تسلك مساراً واحداً أياً يكن ما يُعرف حتى ذلك اليوم.
timing-no_decision_day = لا يمكن حساب موعد البداية: لا يعطي الجدول الزمني للحالة يوماً يمكن أن يُتخذ فيه القرار. أضف يوماً كهذا (kind: decision مع تاريخه).
timing-one_day_only = لا يوجد إلا يوم واحد للقرار، هو { $day }: فلا يوم بعده، ولا حدث يُحسم لاحقاً ويتوقف عليه شيء.
timing-waiting_shows = من ينتظر حتى { $day } يعرف كيف انتهى ما يأتي: { $events }.
timing-waiting_shows_nothing = من ينتظر حتى { $day } لا يعرف شيئاً تتوقف عليه نتيجة.
timing-knowing_changes_nothing = معرفة ذلك لا تغيّر ما تأتي به المسارات المقصودة: فنتائجها لا تتوقف على { $events }.
timing-likelihood_turns = تنقلب النصيحة في اليوم الأول حين يبلغ احتمال «{ $outcomes }» { $likelihood }: دون ذلك الأفضل { $below }، وفوقه الأفضل { $above }؛ وهو مأخوذ الآن بقيمة { $present }، وكل ما عداه في وسط التقديرات.
timing-likelihood_turns_nothing = أياً يكن احتمال كل مآل من مآلات «{ $event }»، تبقى النصيحة في اليوم الأول كما هي، وكل ما عداه في وسط التقديرات.
timing-waiting_costs = كلفة الانتظار حتى { $day } على { $party }، بالنقاط: من { $low } إلى { $high }.
timing-month_costs = كلفة شهر من التأخير على { $party } ما دام الوقت ضاغطاً، بالنقاط: من { $low } إلى { $high }.
timing-delay_not_judged = لا تقدّر أي استمارة كلفة التأخير على { $party }.
timing-delay_weighs_more = شهر من التأخير يأخذ مما هو مطروح حصة أكبر لدى { $party } منها لدى { $other }، بحسب هذه التقديرات.
timing-delay_weighs_alike = لا تكفي هذه التقديرات للبتّ في من يأخذ منه شهر من التأخير حصة أكبر مما هو مطروح لديه، من بين: { $parties }.
timing-no_pressure_stated = لا تذكر الحالة ضغطاً للوقت على { $party }. وليس معنى ذلك أنه لا يوجد.
timing-pressed_without_end = الوقت يضغط على { $party }، ولبعض الأسباب لم تُذكر نهاية: { $items }.
timing-pressed_until = الوقت يضغط على { $party } حتى { $day }: { $items }.
timing-both_pressed = { $where ->
    [known] في { $day }، بعد { $known }، يضغط الوقت على { $parties }. ولا يمكن البتّ بالألفاظ وحدها في من يقع عليه ضغط أشد.
   *[plain] في { $day } يضغط الوقت على { $parties }. ولا يمكن البتّ بالألفاظ وحدها في من يقع عليه ضغط أشد.
  }
timing-one_pressed = { $where ->
    [known] في { $day }، بعد { $known }، يضغط الوقت على { $parties }، ولا يعود يضغط على { $others }، بحسب ما تقوله الحالة.
   *[plain] في { $day } يضغط الوقت على { $parties }، ولا يعود يضغط على { $others }، بحسب ما تقوله الحالة.
  }
timing-none_pressed = { $where ->
    [known] في { $day }، بعد { $known }، لا يبقى ضغط مذكور للوقت على { $others }.
   *[plain] في { $day } لا ضغط مذكوراً للوقت على { $others }.
  }
timing-gains_by_delay = التأخير في صالح { $party }.
timing-waits_for = المسار «{ $course }» ينتظر أن يُحسم هذا: { $event }.
timing-needs_outcome = المسار «{ $course }» يراهن على مآل واحد من مآلات «{ $event }»، ويُغلق بعد أي مآل آخر، والشرط عندئذ لا يتحقق: { $needs }.
timing-warned = عن المراهنة على الأحداث تقول الحالة، خلافاً للمسار «{ $course }»: { $claim }.
timing-waiting_favours = ما ينتظره المسار «{ $course }» يتيح مزيداً من الوقت أمام { $parties }.
timing-breaks_term = المسار «{ $course }» يخالف المبدأ «{ $term }».
timing-branch_says = إذا تحقق ما يأتي: { $outcomes }، تقول الحالة: { $claims }.
timing-branch_closes = إذا تحقق ما يأتي: { $outcomes }، أُغلقت هذه المسارات: { $courses }.
timing-branch_eases = مع { $outcomes } تنتهي ضغوط الوقت هذه: { $items }.
