## ما سيفعله الآخرون بعد كل مسار

part-reactions = ماذا سيفعل الآخرون
part-reactions-all = ما دام المسار لم يُختر بعد
part-reactions-course = بعد «{ $course }»
part-chains = ماذا يترتب على ماذا
part-acting = أين يمكن التدخل
part-contradictions = أين تشير الحالة إلى الجهتين
fold-steps = كل سلسلة تنتهي إلى تحرك، خطوة بعد خطوة
fold-harms = كل سلسلة تنتهي إلى ضرر
fold-cuts = كل خطوة يزول الضرر بإيقافها، وما يزول معه
explain-reactions = يفتح كل مسار لعبة يستطيع الآخرون أن يردوا فيها. ويُقرأ كسب كل جهة من تحركها مما تقوله الحالة عن الآثار الواقعة عليها وعن أهدافها وعن الخيارات التي تريدها؛ وتوضع الأسباب بعضها إزاء بعض ولا تُجمع. وحيث تشير إلى الجهتين، أو لا يُقال شيء، لا يمكن البتّ فيه. وكل ذلك لا يصح إلا بقدر ما تقوله الحالة.
explain-chains = تضع السلسلة العبارات الشرطية («إذا كان كذا كان كذا») الواردة في الحالة بعضها خلف بعض. وهي تبيّن ما يمكن أن يترتب، لا أنه سيترتب: فلم يقدّر أحد احتمال سلسلة كاملة. وتحيل كل خطوة إلى البند الذي يقولها.
explain-third_parties = فيما يأتي، مساراً بعد مسار. ويُقرأ ما يستطيعه كل طرف ثالث من التحركات والآثار التي يمكن أن تترتب على المسار؛ وما يريده من مواقفه وأهدافه وأقواله فيه.
explain-cuts = يجدر التدخل عند خطوة إذا كان إيقافها يقطع ترتّب الضرر. وتُقارن الخطوات بما تزيله، لا بعددها.
explain-means = خيارات على جدول الأعمال تمتد منها سلسلة إلى تخفيف الضرر. ولا تقول الحالة بأي قدر.
explain-concepts = تثبت النتيجة بذاتها إذا لم يكسب أحد من تحركه منفرداً. وتثبت خشيةَ الردود إذا أمكن الرد على كل خطوة من هذا القبيل بحيث لا يصبح من خطاها أحسن حالاً؛ سواء نُظر إلى الردود التي يقدم عليها الآخرون حقاً، أو إلى أي رد يستطيعونه.
caption-first_moves = من يكسب وبماذا، بعد كل مسار، قبل أن يتحرك أحد
caption-follows = التحركات التي يمكن أن تترتب، مع الخطوات المؤدية إلى كل منها
caption-steps = السلاسل المؤدية إلى تحرك، خطوة بعد خطوة، مع موضع كل خطوة في المصدر
caption-harms = السلاسل من مسار إلى ضرر يقع على { $party }
caption-cuts = خطوات يزول بإيقافها ضرر عن { $party }
caption-means_against = ما يمكن الاتفاق عليه درءاً لكل ضرر يقع على { $seat }
caption-loops = خطوات تعود إلى حيث بدأت
caption-contradictions = سبب واحد ونتيجة واحدة، يزداد احتمالها بسلسلة ويقل بأخرى
caption-third_parties = ما تستطيعه الأطراف الثالثة وما تريده
caption-picture_steps = الخطوات الواردة في الشكل
caption-backed = من يتحرك ويسنده جانب آخر
caption-through = من يستطيع التحرك من خارج الجانبين بعد كل مسار
caption-holding = النتائج الثابتة على نحو مؤكّد
caption-games = مقدار ما يُحسم بعد كل مسار
column-mover = من يتحرك
column-move = التحرك
column-pays = أيكسب منه؟
column-outcome = النتيجة
column-event_outcome = المآل
column-holds_by = كيف تثبت
column-way = الطريق إليها
column-states = عدد النتائج
column-settled = الثابت على نحو مؤكّد
column-ruled_out = المستبعد
column-unsettled = ما لا يمكن البتّ فيه
column-can_follow = ما يمكن أن يترتب
column-by_steps = بهذه الخطوات
column-acts_by = من يتحرك
column-also_needs = ما يلزم أيضاً
column-cause = إذا
column-consequence = فإن
column-step_sign = كيف
column-said_by = الموضع
column-harm = الضرر
column-link = الخطوة التي تُوقف
column-takes_away = الضرر الذي لا يعود مترتباً
column-good_lost = النفع الذي يُفقد معه
column-size_removed = الحجم (بالنقاط)
column-against_it = خيارات لدرئه
column-loop = الخطوات
column-feeds = أثرها في نفسها
column-more_by = يزداد بـ
column-less_by = يقل بـ
column-futures = مستقبلان بحسب
column-can_do = ما يستطيعه
column-wants_says = ما يريده أو يقوله
column-third_party = الطرف الثالث
column-backed_by = يسنده
column-does = ما يستطيع فعله
column-third_parties = أطراف ثالثة تستطيع التحرك
column-spoilers = المعرقِلون المحتملون منها
column-through = سلاسل تمر بمن يسندهم جانب آخر

how-more = يزيد احتمال
how-less = يقلل احتمال
loop_sign-more = تغذي نفسها
loop_sign-less = تكبح نفسها
reaction-move = { $item }
reaction-effect = { $item }
reaction-goal = هدف: { $item }
reaction-position = { $stance }: { $item }
reaction-wants = يريد: { $item }
reaction-rejects = يرفض: { $item }
reaction-claim = يُقال عنه: { $item }
reaction-bears_gain = يكسب: { $item }
reaction-bears_cost = يتحمل: { $item }
node-move = تحرك من { $parties }
node-move_spoiler = تحرك من { $parties } – معرقِل محتمل
node-cost = كلفة
node-gain = مكسب
node-goal = هدف
node-event = حدث
node-option = خيار
node-course = مسار
node-statement = عبارة
picture-chains = { $place ->
    [1] التحركات وما يؤدي إليها وما تحدثه
   *[other] تحركات أخرى وما يؤدي إليها وما تحدثه
  }
picture-chains_shows = المستطيلات مسارات وخيارات وأحداث وتحركات وآثار؛ والأسهم عبارات من الحالة. السهم الذي يحمل علامة + يعني أن الأول يزيد احتمال الثاني؛ والسهم المتقطع الذي يحمل علامة − يعني أنه يقلله. والإطار الثخين يدل على تحرك، والإطار المزدوج على تحرك لمعرقِل محتمل؛ وتبيّن الكلمات تحت كل اسم ما هو ومن يقوم به. وما تحتاج إليه الخطوة زيادةً على ذلك في الجدول.
gains-would = يكسب منه
gains-would_not = يخسر منه
gains-cannot_be_told = لا يمكن البتّ فيه
picture-first_moves = من يكسب وبماذا بعد كل مسار
picture-first_moves_shows = سطر لكل تحرك وعمود لكل مسار. النقطة الممتلئة: من يستطيع التحرك يكسب منه، بقدر ما تقوله الحالة. وعلامة التقاطع: من يستطيعه يخسر منه. والحلقة: لا يمكن البتّ فيه. والفراغ: لا شيء في الحالة يربط التحرك بالمسار. ولا تدل العلامة على احتمال التحرك: فقد يزيده المسار أو يقلله، وهو ما تبيّنه السلاسل.
fold-holding = النتائج بالتفصيل
caption-left_out = تحركات تُركت خارج اللعبة بعد المسار
column-why_left = السبب
left-fixed = المسار نفسه يحسمه
left-no_bearing = لا يتعلق به شيء يهم أحداً
left-too_many = تحركات كثيرة دفعة واحدة؛ وهو أبعد في السلاسل
left-not_linked = لا شيء يربطه بهذا المسار

concept-nash = بذاتها: لا يكسب أحد من تحركه منفرداً
concept-sequential = بالنظر إلى الردود التي يقدم عليها الآخرون حقاً
concept-symmetric_metarational = خشيةَ ردود لا مفر منها
concept-general_metarational = خشيةَ ردود يستطيعها الآخرون
words-nothing_moved = لا أحد يتحرك
words-all = المسار لم يُختر بعد
words-leads_to = {" ← "}
words-less_likely = أقل احتمالاً: { $name }
words-less_chance = تراجع احتمال «{ $name }»
words-not_done = لا يحدث «{ $move }»
words-done_as = «{ $move }»: { $option }
words-move_of = { $move } – { $parties }
words-party_moves = { $party }: { $moves }
words-both_variants = { $course } (في كل صيغه)
words-at_page = { $source }، ص { $page }
words-chain_if = { $chain } (ويلزم أيضاً: { $needs })
words-condition_itself = شرط الأثر نفسه

reactions-would = بعد «{ $course }» يعود التحرك الآتي بالكسب، بقدر ما تقوله الحالة، على { $parties }: { $moves }.
reactions-would_not = بعد «{ $course }» يعود التحرك الآتي بالخسارة، بقدر ما تقوله الحالة، على { $parties }: { $moves }.
reactions-may = لا يمكن البتّ فيما إذا كان التحرك الآتي بعد «{ $course }» يعود بالكسب على { $parties }: { $moves }.
reactions-would_all = يعود بالكسب، بقدر ما تقوله الحالة: { $moves }.
reactions-would_not_all = يعود بالخسارة، بقدر ما تقوله الحالة: { $moves }.
reactions-may_all = لا يمكن البتّ فيما إذا كان من يستطيع هذه التحركات يكسب منها: { $moves }.
reactions-nobody_moves = لا تسمّي الحالة شيئاً يستطيع أحد فعله بعد «{ $course }» ويمس أحداً. وليس هذا كالقول إن أحداً لا يستطيع شيئاً.
reactions-outset_not_stated = لا تذكر الحالة حال بعض التحركات قبل أن يتحرك أحد بعد «{ $course }»؛ فلا تُذكر أول التحركات ولا الطرق.
reactions-no_outcome_certain = لا تثبت على نحو مؤكّد أي نتيجة من النتائج المفتوحة بعد «{ $course }»، وعددها { $states }: فما يُعرف عن تفضيلات الأطراف أقل مما يلزم.
reactions-holds = { $count ->
    [0] بعد «{ $course }» يثبت، بقدر ما تقوله الحالة، ألّا يتحرك أحد. وتثبت هذه النتيجة { $concept }.
   *[other] بعد «{ $course }» تثبت هذه النتيجة، بقدر ما تقوله الحالة: { $changes }. وهي تثبت { $concept }.
  }
reactions-no_outcome_certain_open = لا تثبت على نحو مؤكّد أي نتيجة من النتائج المفتوحة ما دام المسار لم يُختر، وعددها { $states }: فما يُعرف عن تفضيلات الأطراف أقل مما يلزم.
reactions-holds_open = { $count ->
    [0] بقدر ما تقوله الحالة، يثبت ألّا يتحرك أحد وأن يكون المسار «{ $course }». وتثبت هذه النتيجة { $concept }.
   *[other] بقدر ما تقوله الحالة، تثبت هذه النتيجة: { $changes }. وهي تثبت { $concept }.
  }
reactions-left_out_open = تُركت خارج اللعبة على المسارات كلها، لأنها مجتمعةً تنشئ نتائج أكثر مما يمكن النظر فيه: { $moves }. ولإدخالها تُختار التحركات المهمة.
reactions-path = بعد «{ $course }» يؤول الأمر إلى ذلك، بقدر ما تقوله الحالة، بخطوات يكسب كل من يخطوها: { $steps }. والمتحركون: { $by }.
reactions-wanted_holds = لا يكسب أحد، بقدر ما تقوله الحالة، من خطوة تزيل أفضل نتيجة لدى { $seat } بعد «{ $course }». ولا يُحسب هنا إلا ما تقول الحالة إنه يمس { $seat }.
reactions-wanted_left_by = أفضل نتيجة لدى { $seat } بعد «{ $course }» لا تثبت ما دام آخرون يكسبون من: { $moves }. ولكي تثبت لا بد أن تزول هذه المكاسب.
reactions-wanted_needs = أفضل نتيجة لدى { $seat } بعد «{ $course }» لا تثبت إلا إذا لم يكسب أحد من: { $moves }. ولا تقول الحالة ما إذا كان أحد يكسب منها.
reactions-wanted_unknown = لا يمكن البتّ في أفضل نتيجة لدى { $seat } بعد «{ $course }».
reactions-left_out = تُركت خارج اللعبة بعد «{ $course }»، لأنها مجتمعةً تنشئ نتائج أكثر مما يمكن النظر فيه: { $moves }. ولإدخالها تُختار التحركات المهمة.

reactions-no_links = لا يمكن البتّ فيه: لا تذكر الحالة صلات سببية.
reactions-move_can_follow = { $sign ->
    [less] يمكن أن يترتب على «{ $start }» أن يقل احتمال الآتي: { $move } ({ $parties }). والخطوات: { $nodes }.
   *[other] يمكن أن يترتب على «{ $start }» الآتي: { $move } ({ $parties }). والخطوات: { $nodes }.
  }{ $needs ->
    [none] {""}
   *[other] {" "}ويلزم أيضاً: { $needs }.
  }
reactions-no_move_follows = لا توجد في الحالة سلسلة من «{ $course }» إلى تحرك لأي جهة. وليس هذا كالقول إن أحداً لن يرد.
reactions-loop = { $sign ->
    [less] تعود هذه الخطوات إلى حيث بدأت وتكبح نفسها: { $nodes }.
   *[other] تعود هذه الخطوات إلى حيث بدأت وتغذي نفسها: { $nodes }.
  }
reactions-no_loop = لا تعود أي سلسلة في الحالة إلى حيث بدأت.
reactions-loops_stopped = الحلقات أكثر من { $shown }؛ ولم يُبحث في { $unsearched } من الخطوات عن حلقات أخرى.
reactions-where_to_act = بعد «{ $course }» لا يعود الضرر الآتي على { $party } مترتباً بالسلاسل إذا أوقفت خطوة واحدة: { $harms }. والخطوة: { $link }. { $goods_lost ->
    [none] ولا يُفقد معها نفع مذكور.
   *[other] ويُفقد معها: { $goods_lost }.
  }
reactions-where_to_act_any = بعد «{ $course }» لا يعود الضرر الآتي على { $party } مترتباً بالسلاسل إذا أوقفت أي خطوة من هذه الخطوات: { $harms }. والخطوات: { $links }. { $goods_lost ->
    [none] ولا يُفقد معها نفع مذكور.
   *[other] ويُفقد معها: { $goods_lost }.
  }
reactions-no_single_link = { $course }: لا توجد خطوة واحدة يقطع إيقافها ترتّب ضرر يقع على { $party }. فما يكون من ضرر يترتب على المسار بشروطه هو، أو بأكثر من طريق.
reactions-cuts_stopped = لم يُبحث، لكبر حجم الحالة، عن الخطوات الجديرة بالإيقاف انطلاقاً من: { $not_searched }.
reactions-contradiction = { $clash ->
    [none] «{ $cause }» يزيد احتمال الآتي بسلسلة ويقلله بأخرى: { $consequence }. ويمكن أن تصح السلسلتان معاً؛ ولا تقول الحالة أيتهما أقوى.
   *[other] «{ $cause }» يزيد احتمال الآتي بسلسلة ويقلله بأخرى: { $consequence }. وتحتاج السلسلتان إلى نتيجتين مختلفتين في «{ $clash }»: فهما مستقبلان، لا خلل.
  }
reactions-contradictions_stopped = لم يُبحث عن السلاسل المتعاكسة إلا من أول { $searched } من الأسباب، وعددها { $causes }.
reactions-third_party = { $acts ->
    [none] بعد «{ $course }» لا تسمّي الحالة تحركاً في وسع { $party }. وما يريده هذا الطرف أو يقوله: { $says }.
   *[other] { $says ->
        [none] بعد «{ $course }» للطرف { $party } دور في الآتي: { $acts }.
       *[other] بعد «{ $course }» للطرف { $party } دور في الآتي: { $acts }. وما يريده أو يقوله: { $says }.
      }
  }
reactions-third_parties_not_stated = بعد «{ $course }» لم يُذكر ما الذي يفعله أو يقوله: { $parties }.
reactions-means_against = ما يمكن الاتفاق عليه لتقليل احتمال «{ $harm }»: { $options }.
