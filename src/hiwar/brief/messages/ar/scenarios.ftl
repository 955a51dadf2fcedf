## Which futures

part-scenarios = أي مستقبلات، وما الذي يصح فيها
part-futures = المآلات المتسقة بعضها مع بعض
part-in_futures = ما يأتي به كل مسار في كل مستقبل
part-events_that_matter = أي الأحداث أهم
explain-scenarios = هذه أحداث لا يقررها أحد من الجالسين إلى الطاولة. لذلك لا يُتنبأ بشيء: يُنظر إلى كل مسار في كل مستقبل ممكن، ويُفصل ما يصح فيها جميعاً عما يصح في بعضها.
explain-cross_impact = حيث قدّر محلّل أثر مآل في مآل آخر (من { "−3" } أي يعوق بشدة، إلى 3 أي يعزز بشدة)، يكون المستقبل متسقاً إذا لم يكن فيه مآل أقل تعزيزاً من مآل آخر للحدث نفسه. والبحث تام: لا مستقبلات متسقة غيرها.
explain-results = مدى كل مسار بالنسبة إلى { $seat } في كل مستقبل، بالنقاط؛ وبخط عريض حيث يكون الأفضل بالتأكيد.
caption-tableau = المستقبلات المتسقة
caption-scenarios = توليفات الأحداث التي تتوقف عليها نتيجة
caption-cross_impact = أثر المآلات بعضها في بعض، كما قُدّر
caption-influence = مقدار تأثير كل حدث في سائر الأحداث
caption-results_by_future = ما يأتي به كل مسار إلى { $seat }، مستقبلاً بعد مستقبل، بالنقاط
caption-regret_over = أكثر ما يمكن أن يضيع قياساً إلى أفضل مسار
caption-swings = ما يغيّره مآل حدث واحد وحده
caption-events_said = الأحداث، وما تقوله المصادر عنها
fold-cross_impact = تقديرات التأثير
fold-events_said = ما تقوله المصادر عن الأحداث
picture-tableau = المستقبلات المتسقة
picture-tableau_shows = عمود لكل مستقبل وصف لكل حدث؛ وفي الصف الواحد يدل اللون نفسه على المآل نفسه.
picture-cross_impact = أثر المآلات بعضها في بعض
picture-cross_impact_shows = المآل المكتوب في أول الصف يعزز المآل المكتوب أعلى العمود (أزرق، فوق 0) أو يعوقه (برتقالي، دون 0). والخانة الفارغة: لم يُقدَّر أثر مباشر.
picture-influence = المؤثِّر والمتأثِّر
picture-influence_shows = إلى الأعلى: مقدار تأثير الحدث في سائر الأحداث. وإلى اليسار: مقدار تأثيرها فيه. والخطان عند المتوسطين.
chart-acts = أثره في
chart-acted_on = هذا المآل
chart-active = يؤثر في غيره
chart-passive = يؤثر فيه غيره
chart-future = المستقبل { $number }
column-future = المستقبل
column-futures_held = المستقبلات التي تضمه
column-hangs = متسق؟
column-strength = الشدة
column-acting = المآل
column-acted_on = في
column-active = يؤثر في غيره
column-passive = يؤثر فيه غيره
column-regret_middle = في الوسط
column-regret_most = في أقصى حد
column-swing = أقصى ما يحرّك به مقارنة
column-turns = يقلب المسار الأفضل
column-leans_to = ما تميل إليه المصادر
column-likelihood_judged = الاحتمال المقدَّر
state_of-hangs_together = نعم
state_of-not_consistent = لا
state_of-ruled_out = تستبعده قاعدة
words-closed = مغلق

scenarios-by_rules = لا تقول أي استمارة كيف تؤثر مآلات هذه الأحداث بعضها في بعض: { $events }. ومن بين التوليفات وعددها { $total } يوجد { $count } لا تخالف أي قاعدة في الحالة؛ وتُعَدّ كل منها مستقبلاً.
scenarios-consistent = عدد توليفات المآلات { $total }، { $count ->
    [zero] ولا متسقة منها
    [one] والمتسقة منها واحدة
    [two] والمتسقة منها اثنتان
    [few] والمتسقة منها { $count }
    [many] والمتسقة منها { $count }
   *[other] والمتسقة منها { $count }
  } بحسب تقديرات: { $sheets }.
scenarios-near_misses = لا توليفة من المآلات متسقة تماماً بحسب تقديرات: { $sheets }. { $count ->
    [zero] ولا قريبة منها بين { $total }
    [one] وأقربها واحدة من { $total }
    [two] وأقربها اثنتان من { $total }
    [few] وأقربها { $count } من { $total }
    [many] وأقربها { $count } من { $total }
   *[other] وأقربها { $count } من { $total }
  }: لا يتفوق فيها مآل آخر على المآل القائم بأكثر من { $level }.
scenarios-no_future = لا تقترب من الاتساق أي توليفة من المآلات وعددها { $total } بحسب هذه التقديرات: فهي تناقض بعضها بعضاً.
scenarios-search_unfinished = أُوقف البحث عن المستقبلات بعد { $count }؛ وهناك غيرها.
scenarios-weak_evidence = لا يدل عدد المستقبلات المتسقة، وهو { $count }، على الكثير في ذاته: فلو خُلطت التقديرات نفسها عشوائياً لكان { $mean } في المتوسط. والمهم معرفة أي المستقبلات هي.
scenarios-unlike_chance = لو خُلطت التقديرات نفسها عشوائياً لكان عدد المستقبلات المتسقة { $mean } في المتوسط؛ وهو هنا { $count }، ونادراً ما تأتي المصادفة بذلك.
scenarios-sheets_share = عدد المستقبلات { $count }، والمتسق منها بحسب كل استمارة من هذه الاستمارات { $common }: { $sheets }.
scenarios-not_together = هذه التوليفة غير متسقة، ولا يُقال عنها شيء: { $scenario }.
scenarios-not_averaged = تُعرض النتائج مستقبلاً بعد مستقبل ولا يُحسب متوسطها، لأن احتمالات المآلات لم تُقدَّر في هذه الأحداث: { $events }.
scenarios-averaged = تستند المتوسطات عبر المستقبلات، في مواضع أخرى من هذا الموجز، إلى الاحتمالات المقدَّرة لهذه الأحداث: { $events }. أما هنا فكل مستقبل قائم بنفسه.
scenarios-no_event_matters = لا تتوقف أي نتيجة على حدث: { $courses } تأتي بالشيء نفسه مهما جرى.
scenarios-source_leans = يرى مصدر أن هذا أقرب إلى الوقوع؛ وهو قول، لا رقم في هذا الموجز: { $outcomes }.
scenarios-closed = المسار «{ $course }» مغلق في كل مستقبل، والشرط الذي لا يتحقق: { $needs }.
scenarios-closed_if = المسار «{ $course }» مغلق إذا تحقق ما يأتي: { $outcomes }. والشرط الذي لا يتحقق عندئذ: { $needs }.
scenarios-closed_in_some = المسار «{ $course }» مغلق في بعض المستقبلات المنظور فيها، وعددها { $count }، والشرط الذي لا يتحقق فيها: { $needs }.
scenarios-best_in_all = في كل مستقبل، هذا هو الأفضل بالتأكيد: { $courses }.
scenarios-none_best_in_all = لا مسار هو الأفضل بالتأكيد في كل مستقبل.
scenarios-best_here = { $where ->
    [outcomes] إذا تحقق ما يأتي: { $outcomes }، فالأفضل بالتأكيد: { $courses }.
   *[scenarios] في هذه المستقبلات الأفضل بالتأكيد هو: { $courses }. وهي: { $scenarios }.
  }
scenarios-may_be_best_here = { $where ->
    [outcomes] إذا تحقق ما يأتي: { $outcomes }، فقد يكون أي من هذه هو الأفضل: { $courses }.
   *[scenarios] في هذه المستقبلات قد يكون أي من هذه هو الأفضل: { $courses }. والمستقبلات هي: { $scenarios }.
  }
scenarios-better_in_all = في كل مستقبل يُتاح فيه المساران معاً، «{ $course }» أفضل بالتأكيد من «{ $other }».
scenarios-order_changes = { $where ->
    [outcomes] «{ $course }» أفضل بالتأكيد من «{ $other }» إذا تحقق ما يأتي: { $outcomes }، وأسوأ منه بالتأكيد في مستقبل آخر.
   *[scenarios] «{ $course }» أفضل بالتأكيد من «{ $other }» في بعض المستقبلات ({ $scenarios })، وأسوأ منه بالتأكيد في غيرها.
  }
scenarios-least_regret = من أراد أن يضيع منه أقل ما يمكن قياساً إلى أفضل مسار، أياً يكن المستقبل، فليسلك: { $courses }. وأقصى ما يضيع عندئذ، بالنقاط وفي وسط التقديرات: { $points }.
scenarios-least_worst_regret = في أسوأ التقديرات لكل مسار، أقل ما قد يضيع قياساً إلى أفضل مسار هو مع: { $courses }. وهو، بالنقاط: { $points }.
scenarios-matters_most = أكثر ما يحرّك المقارنة بين المسارات: { $events }. ويبلغ الفارق بين مآلين، بالنقاط، حتى { $points }.
scenarios-turns_the_best = يتغير المسار الأفضل بحسب: { $events }.
scenarios-turns_nothing = في وسط التقديرات، لا يوجد مآل يغيّر وحده المسار الأفضل في هذه الأحداث: { $events }.
