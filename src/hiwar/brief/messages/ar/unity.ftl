## إلى أي حد يتكلم كل طرف بصوت واحد

part-unity = وحدة الموقف في الداخل
part-unity-of = { $party }: صوت واحد؟
part-unity-division = أثر الانقسام في المفاوض
part-unity-team = من يفاوض
explain-unity = يُعدّ الجانب موحداً في نقطة إذا عُرف أن جهاته كلها تقف فيها الموقف نفسه. ويُعدّ منقسماً إذا عُرف فيها موقفان، أو كانت إحدى جهاته منقسمة على نفسها. وما عدا ذلك لا يمكن البتّ فيه. ولكل كتلة أو مؤسسة تتبع الجانب مباشرةً صوت واحد (أو بقدر مقاعدها إذا كانت لها جميعاً مقاعد)؛ وقد تتداخل هذه الجهات، ولا تذكر الحالة مدى تداخلها. والجهة التي لا يُقال عنها شيء قد تقف أي موقف.
explain-agreement_index = مؤشر التوافق (هيكس ونوري ورولان) 100% حيث يقف الجميع موقفاً واحداً، و0% حيث تتساوى قوة المؤيدين والمحايدين والمعارضين. ويُعطى من أقل ما يمكن إلى أكثره، لأن بعض المواقف غير معروف.
explain-division = قراءتان للانقسام نفسه. في الأولى، من انقسم داخله لا يستطيع أن يَعِد وعداً ثابتاً، ويستطيع الجانب الآخر أن يستغل ذلك. وفي الثانية، من يُعطَّل قراره في الداخل يستطيع أن يرفض رفضاً مقنعاً: ويحتاج ذلك إلى جهة في الداخل تعارض وتقدر على التعطيل. وقد ترجّح الحالة إحداهما؛ أما أيهما الصحيحة فمسألة تقدير.
explain-power = تُعرض صلاحية القرار المنفرد إلى جانب الوحدة ولا تُحسب منها: فقد يكون الجانب منقسماً وقادراً على القرار مع ذلك.
caption-unity_matters = مواقف الجهات داخل { $party }
caption-unity_single = نقاط لا يُذكر فيها إلا موقف جهة واحدة داخل { $party }
caption-unity_overall = التوافق الداخلي في كل جانب، بالقاعدة نفسها
caption-unity_issues = التوافق قضية بعد قضية
caption-unity_readings = الانقسام نفسه في قراءتين
caption-unity_power = صلاحية القرار المنفرد
caption-unity_team = ما يُعرف عن كل وفد
caption-unity_trust = الثقة بين جهات الجانب الواحد
fold-unity_single = نقاط لا يُذكر فيها إلا موقف جهة واحدة
fold-unity_dividing = من يقسم { $party }، جهة بعد جهة
fold-unity_issues = التوافق قضية بعد قضية
fold-unity_trust = الثقة بين جهات الجانب الواحد، كما تذكرها الحالة
picture-unity = مواقف الجهات داخل { $party }، نقطة بعد نقطة
picture-unity_shows = شريط لكل نقطة يُذكر فيها موقف أكثر من جهة، من المؤيدين في اليمين إلى المعارضين في اليسار. ولكل جهة ذات صوت حصة متساوية من الشريط. والحروف تقول ما تقوله الألوان.
chart-voices = الحصة من أصوات هذا الجانب
chart-state_and_mark = { $state } ({ $mark })
mark-for = م
mark-conditional = ش
mark-neutral = ح
mark-divided = ق
mark-unknown = ؟
mark-not_stated = ·
mark-against = ض
stance-not_stated = لم يُذكر شيء
column-matter = النقطة
column-supporters = مع
column-opponents = ضد
column-divided_within = منقسم على نفسه
column-others = بشرط، أو محايد
column-not_known = غير معروف
column-united = هل هو موحد؟
column-agreement = التوافق بحساب الجهات كلها
column-agreement_stated = التوافق بين من يُذكر لهم موقف
column-issue_count = عدد القضايا
column-united_on = موحد في
column-divided_on = منقسم في
column-open_on = غير مبتوت في
column-weakens = الانقسام يُضعف
column-tied_hands = الأيدي المقيّدة
column-holder_of_power = صاحبها
column-power = الصلاحية
column-says_so = ما يُقال عنها
column-trusting = جهة
column-trusted = جهة أخرى
column-trust_level = الثقة
verdict-unified = موحد
verdict-not_unified = منقسم
verdict-cannot_be_told = لا يمكن البتّ فيه
reading-weaker = أضعف
reading-stronger = أقوى
reading-stronger_if = أقوى، بشرط
reading-none = لا فرق
reading-cannot_be_told = لا يمكن البتّ فيه
unity-condition = { $party } (بشرط ما يأتي: { $when })
unity-neutral = { $party } (محايد)
unity-count_silent = { $count ->
    [0] {""}
    [zero] {""}
    [one] جهة واحدة لا يُقال عنها شيء
    [two] جهتان لا يُقال عنهما شيء
    [few] { $count } جهات لا يُقال عنها شيء
    [many] { $count } جهة لا يُقال عنها شيء
   *[other] { $count } جهة لا يُقال عنها شيء
  }
unity-trust_not_stated = لم يُذكر مداها

unity-side_not_unified = لا يوجد صوت واحد لدى { $party }. ويُعرف أن الجهات داخل هذا الجانب مختلفة في: { $ons }.
unity-side_unified = صوت { $party } واحد في كل نقطة تُعرف فيها مواقف الجهات الداخلية: { $ons }.
unity-side_open = لا يمكن البتّ فيما إذا كان صوت { $party } واحداً: لا يُعرف في أي نقطة اختلاف بين جهتين داخل هذا الجانب، ولا تُعرف المواقف كلها في بعض النقاط. والنقاط هي: { $ons }.
unity-no_positions = لا يمكن البتّ فيما إذا كان صوت { $party } واحداً: لا تذكر الحالة موقف أي جهة داخل هذا الجانب.
unity-not_unified = انقسام داخل { $party } بشأن «{ $on }».{ $supporters_count ->
    [0] {""}
   *[other] {" "}مع: { $supporters }.
  }{ $opponents_count ->
    [0] {""}
   *[other] {" "}ضد: { $opponents }.
  }{ $split_count ->
    [0] {""}
   *[other] {" "}منقسم على نفسه: { $split }.
  }{ $neutrals_count ->
    [0] {""}
   *[other] {" "}محايد: { $neutrals }.
  }
unity-unified = وحدة داخل { $party } بشأن «{ $on }». فالجهات كلها { $kind ->
    [for] مع
    [against] ضد
   *[neutral] على الحياد
  }: { $parties }.
unity-unites = لا يُعرف ما يقسم { $party } بشأن «{ $on }». ومن ذُكر لهم موقف { $kind ->
    [for] مؤيدون
    [against] معارضون
   *[neutral] محايدون
  }، وهم: { $parties }. ولا يُقال شيء عن { $count ->
    [zero] أي جهة أخرى
    [one] جهة أخرى واحدة
    [two] جهتين أخريين
    [few] { $count } جهات أخرى
    [many] { $count } جهة أخرى
   *[other] { $count } جهة أخرى
  }، فلا يمكن البتّ في الوحدة.
unity-not_known = لا يُعرف الموقف من «{ $on }» لدى: { $parties }.
unity-conditional = { $party }: { $kind ->
    [for] مع
    [against] ضد
   *[neutral] على الحياد من
  } «{ $on }» إذا تحقق ما يأتي: { $when }.
unity-conditional_open = { $party }: الموقف من «{ $on }» معلّق على شرط غير مدوّن.
unity-stands_apart = خارج أكبر معسكر معروف في { $ons }: { $parties }.
unity-split = منقسم على نفسه في { $ons }: { $parties }.
unity-one_voice = في كل من هذه النقاط لا يُذكر إلا موقف جهة واحدة داخل { $party }، فلا يمكن البتّ في الوحدة فيها: { $ons }.
unity-silent = جهات داخل { $party } لا يُذكر لها أي موقف: { $parties }.
unity-weakens = إذا كان الانقسام يُضعف: فموقع { $party } ضعيف في { $ons }. والسبب: { $parties }.
unity-tied_hands = إذا كانت الأيدي المقيّدة تقوّي: فالرفض المقنع في وسع { $party } في { $ons }. والمعارضون القادرون على التعطيل في الداخل: { $parties }.
unity-tied_hands_if = إذا كانت الأيدي المقيّدة تقوّي: فالرفض المقنع في وسع { $party } في { $ons }، متى تحقق الشرط الذي يصبح فيه من يأتي معارضين قادرين على التعطيل: { $parties }.
unity-tied_hands_none = إذا كانت الأيدي المقيّدة تقوّي: فلا كسب من الانقسام لدى { $party }، إذ لا معارض في الداخل يقدر على تعطيل شيء.
unity-tied_hands_open = لا يمكن البتّ فيما إذا كانت الأيدي المقيّدة تقوّي موقع { $party }: لا يُعرف من في الداخل معارض وقادر على التعطيل معاً.
unity-readings_differ = الانقسام نفسه لدى { $party } ضعف في القراءة الأولى وقوة في الثانية، في: { $ons }.
unity-said_to_weaken = تأخذ الحالة نفسها بالقراءة الأولى في شأن { $party }: «{ $claim }».
unity-said_to_strengthen = تأخذ الحالة نفسها بالقراءة الثانية في شأن { $party }: «{ $claim }».
unity-unite_first = النصح بالتوحّد أولاً يكون موجهاً إلى { $parties }.{ $count ->
    [0] {""}
   *[other] {" "}وتورد الحالة ضده: { $objections }.
  }{ $lacking_count ->
    [0] {""}
   *[other] {" "}ولا يُذكر أن ما يلزم له متوافر: { $lacking }.
  }
unity-unite_first_unopposed = النصح بالتوحّد أولاً يكون موجهاً إلى { $parties }. ولا تقول الحالة شيئاً ضده، ولا عن إمكان نجاحه في الوقت المناسب.
unity-decides_alone = وإلى جانب ذلك، من دون أن يُحسب وحدةً: لدى { $holder } صلاحية تتيح القرار باسم { $party } على الرغم من الانقسام، «{ $item }».
unity-decides_alone_not_stated = لا تذكر الحالة صلاحية تتيح القرار باسم { $party } على الرغم من الانقسام.
unity-no_team = لا تقول الحالة شيئاً عن وفد { $party }.
unity-team_has = لدى وفد { $party }: { $topics }.
unity-team_lacks = ينقص وفد { $party }: { $topics }.
unity-team_gap = لا يُعرف عن وفد { $party } إن كان لديه: { $topics }.
unity-not_represented = جهات داخل { $party } لا يُذكر لها ممثل في الوفد: { $parties }.
