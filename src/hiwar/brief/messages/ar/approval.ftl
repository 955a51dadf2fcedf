## ما يُقَرّ في الداخل، وبأي طريق

part-approval = الإقرار في الداخل
part-approval-route = { $route }
part-approval-register = القرارات والقوانين والاتفاقيات السابقة
explain-approval = يُقَرّ المسار أو الحزمة في الداخل بطريق تسمّيه الحالة. ويُحسب موقف كل كتلة في الهيئة المصوّتة من المجموع بأقل مواقفها مواتاةً من النقاط المختلف عليها فيه: فمن يرفض جزءاً يصوّت ضد الكل. ولا يُعرف شيء عن كتلة ليس لها موقف من أي من هذه النقاط. ويُفترض حضور الكتل المعروفة المواقف؛ ويُبيَّن إلى جانب ذلك ما يحدث إذا تغيّب المعارضون.
explain-what_if_route = هذه القاعدة ليست نافذة. وهي معروضة لبيان ما كانت ستغيّره؛ ولا يُقَرّ بها شيء.
explain-acts = القرار غير الملزم لا يمنع أحداً قانوناً، وإن لم يكن تجاوزه بلا ثمن. أما القانون الذي يطلب غير ذلك فلا بد من إلغائه بالتصويت نفسه، وهو يسد كل طريق لا يصوّت فيه أحد.
explain-precedents = وقائع في الحالة عن هذه الطرق. ولا يدخل أي منها في حساب.
caption-approval_votes = نتيجة كل مسار وكل حزمة
caption-approval_chamber = مواقف الهيئة من «{ $subject }»
caption-approval_survives = الحزم التي تصمد في الداخل
caption-approval_acts = ما صدر عن السلطة التشريعية وعن الحكومة
caption-approval_agreements = الاتفاقيات السابقة
caption-approval_precedents = ما تقرر وما جرى من قبل
fold-approval_more = مواقف الهيئة من سائر المسارات والحزم
fold-approval_agreements = الاتفاقيات السابقة
fold-approval_precedents = وقائع عن هذه الطرق
fold-approval_in_sentences = كل نتيجة في جملة
fold-approval_turning = من يحسم الأمر
picture-approval_chamber = كيف تتوزع الهيئة على «{ $subject }»
picture-approval_chamber_shows = علامة لكل مقعد. والشكل والتسمية يدلان على ما يدل عليه اللون.
chart-votes_needed = المطلوب { $low }
chart-votes_needed_between = المطلوب { $low } إلى { $high }
rule-of_present = تقرر الهيئة بأغلبية الأعضاء الحاضرين.
rule-of_members = تقرر الهيئة بأغلبية جميع أعضائها.
rule-two_thirds_of_members = تقرر الهيئة بأغلبية ثلثي جميع أعضائها.
approval-rule_of = عدد مقاعد { $body }: { $seats }. { $rule }
approval-rule_with_quorum = عدد مقاعد { $body }: { $seats }، ويجب أن يحضر منهم { $quorum }. { $rule }
approval-no_body = لا يلزم أن يقره أحد.
approval-days = المدة بالأيام: { $days }.
words-duration = المدة
words-mechanisms = الآليات
seat-for = مع
seat-against = ضد
seat-abstain = محايد
seat-conditional = بشرط
seat-divided = منقسم
seat-unknown = غير معلوم
seat-held_by_nobody_known = لا يُعرف شاغله
outcome_at_home-passes = يُقَرّ
outcome_at_home-fails = لا يُقَرّ
outcome_at_home-cannot_be_told = لا يمكن البتّ فيه
outcome_at_home-no_vote = لا يحتاج إلى تصويت
outcome_at_home-barred = يمنعه قانون
survives-yes = تصمد
survives-without_vote = من دون تصويت
survives-cannot_be_told = لا يمكن البتّ فيه
survives-no = لا تصمد
survives-no_route = لم يُذكر طريق
force-yes = ملزم
force-no = غير ملزم
force-unknown = لم يُذكر
state_of_agreement-in_force = نافذة
state_of_agreement-ended = منتهية
state_of_agreement-suspended = معلّقة
state_of_agreement-proposed = مقترحة
state_of_agreement-unknown = غير معلوم
before_legislature-yes = نعم
before_legislature-no = لا
before_legislature-unknown = غير معلوم
column-subject = المسار أو الحزمة
column-outcome_at_home = النتيجة
column-votes_for = الأصوات المؤيدة
column-votes_needed = المطلوب
column-opponents_away = إذا تغيّب المعارضون
column-in_the_way = العائق
column-seats_held = المقاعد
column-position = الموقف
column-at_home = في الداخل
column-by_route = بطريق
column-act = القرار أو القانون
column-passed_by = صدر عن
column-act_form = صورته
column-force = قوته
column-asks_for = ما يطلبه
column-old_agreement = الاتفاقية
column-legal_state = حاله
column-before_legislature = أمام السلطة التشريعية؟
column-text_lacks = ما يخلو منه نصها
column-fact = الواقعة
column-fact_about = بشأن
column-how_sure = مدى الثقة

approval-no_route = لا يمكن البتّ في طريق الإقرار لدى { $party }: لا تسمّي الحالة طريقاً.
approval-seats_not_stated = «{ $route }»: لا يمكن البتّ فيما يُقَرّ، لأن الحالة لا تذكر من يشغل المقاعد.
approval-rule_not_stated = «{ $route }»: لا يمكن البتّ فيما يُقَرّ، لأن الحالة لا تذكر القاعدة التي تقرر بها الهيئة.
approval-passes = «{ $route }»: يُقَرّ بعدد من الأصوات بين { $low_votes } و{ $high_votes } من { $seats }، والمطلوب { $needed } على الأكثر: { $subjects }.
approval-fails = «{ $route }»: لا يُقَرّ{ $stopping_count ->
    [0] ، إذ لا يمكن أن يزيد المؤيدون على { $high_votes } من { $seats }
   *[other] ، أو يُعطَّل بفعل { $stopping }
  }: { $subjects }.
approval-open = «{ $route }»: لا يمكن البتّ فيه. يؤيده بين { $low_votes } و{ $high_votes } من { $seats }، والمطلوب { $needed } على الأكثر{ $stopping_count ->
    [0] {""}
   *[other] ؛ وفضلاً عن ذلك قد يُعطَّل بفعل { $stopping }
  }: { $subjects }.
approval-nobody_placed = «{ $route }»: لا يمكن البتّ فيه، لأنه لا يُعرف لأحد في الهيئة موقف من أي نقطة فيه: { $subjects }.
approval-no_vote = «{ $route }»: لا يلزم أن يقر أحدٌ ما يأتي: { $subjects }.
approval-barred = «{ $route }»: ممنوع ما بقي قائماً { $acts }: { $subjects }.
approval-may_be_barred = «{ $route }»: لا يمكن البتّ فيه، لأن الحالة لا تذكر ما إذا كان القرار المخالف له ملزماً: { $subjects }.
approval-stopped = «{ $route }»: يُعطَّل بفعل { $stopping }: { $subjects }.
approval-may_be_stopped = «{ $route }»: لا يمكن البتّ فيه، فقد يُعطَّل بفعل { $stopping }: { $subjects }.
approval-needs_repeal = «{ $route }»: لا بد للتصويت على ما يأتي من إلغاء { $acts }: { $subjects }.
approval-pivotal = «{ $route }»: صوت كل جهة من هذه الجهات مرجِّح يغيّر النتيجة وحده: { $parties }. ويتعلق ذلك بما يأتي: { $subjects }.
approval-to_win = «{ $route }»: أقل من يلزم كسبهم ليُقَرّ الأمر مهما فعل الآخرون: { $parties }{ $count ->
    [0] {""}
    [one] {" "}(وثمة مجموعة أخرى مثلها)
    [two] {" "}(وثمة مجموعتان أخريان مثلها)
   *[other] {" "}(وثمة مجموعات أخرى مثلها)
  }. ويتعلق ذلك بما يأتي: { $subjects }.
approval-cannot_be_won = «{ $route }»: لا يُكسب بتحوّل أي جهة: { $subjects }.
approval-what_if = لو عُمل بقاعدة «{ $route }» لكانت النتيجة غير هذه: { $kind ->
    [passes] يُقَرّ ما يأتي
    [fails] لا يُقَرّ ما يأتي
   *[other] لا يمكن البتّ فيما يأتي
  }: { $subjects }.
approval-act_binds = { $act }: ملزم ويطلب غير ذلك ({ $options })؛ ولا يمكن أن يقوم إلى جانبه: { $subjects }.
approval-act_does_not_bind = { $act }: يطلب غير ذلك ({ $options }) لكنه غير ملزم. وتخالفه: { $subjects }. ولو كان قانوناً للزم إلغاؤه.
approval-act_may_bind = { $act }: يطلب غير ذلك ({ $options })، ولا تذكر الحالة ما إذا كان ملزماً. وتخالفه: { $subjects }.
approval-around = ثمن طريق «{ $route }»:{ $goal_count ->
    [0] {""}
   *[other] {" "}يضر بما يأتي: { $goals }.
  }{ $effect_count ->
    [0] {""}
   *[other] {" "}ويزيد احتمال ما يأتي: { $effects }.
  }
approval-around_not_stated = لم يُذكر ثمن طريق «{ $route }».
approval-lacks_clauses = { $agreement }: يُقال إن نصها يخلو من: { $clauses }. وتأتي بعدها هذه الحزم ولا تحسم ذلك على نحو أفضل: { $subjects }.
approval-survives = ما يصمد في الداخل، لدى { $party }، بالتصويت: { $subjects }.
approval-survives_without_vote = ما لا يحتاج إلى تصويت في الداخل، لدى { $party }: { $subjects }.
approval-survival_open = ما لا يمكن البتّ في صموده في الداخل، لدى { $party }: { $subjects }.
approval-does_not_survive = ما لا يصمد في الداخل، لدى { $party }: { $subjects }.
approval-change = يمكن أن يُقَرّ بالتصويت في الداخل إذا استُبدل جزء واحد: «{ $added }» مكان «{ $dropped }». ويتعلق ذلك بما يأتي: { $subjects }.
approval-change_by_leaving_out = يمكن أن يُقَرّ بالتصويت في الداخل من دون «{ $dropped }». ويتعلق ذلك بما يأتي: { $subjects }.
approval-no_change = لا يكفي تغيير نقطة أو نقطتين مختلف عليهما ليُقَرّ ما يأتي بالتصويت في الداخل على نحو مؤكّد: { $subjects }.
act_form-bill = مشروع قانون
act_form-decision = قرار
act_form-law = قانون
act_form-resolution = قرار
act_form-speech = خطاب
act_form-statement = بيان
