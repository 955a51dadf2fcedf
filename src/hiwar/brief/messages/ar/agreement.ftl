## ما يمكن الاتفاق عليه

part-agreement = ما يمكن الاتفاق عليه
part-agreement-package = { $package }
explain-agreement = تحسم الحزمة بعض قضايا جدول الأعمال وتترك غيرها مفتوحاً. وقيمة الحزمة عند كل جانب هي مجموع ما تقوله الاستمارات عن خياراتها، محسوباً من نقطة ترك كل شيء مفتوحاً؛ ولا تُخرق قواعد الحالة ولا الخطوط الحمراء في أي حال. ويُقاس كل جانب على مقياسه وحده: فلا تُجمع نقاطه مع نقاط الجانب الآخر ولا تُقارن بها.
explain-standards = من بين الحزم التي لا يستطيع أحد تحسينها من دون خسارة للآخر، تختار أربعة معايير للإنصاف كل منها حزمة: أكبر حاصل ضرب للمكاسب؛ وأكبر قيمة لأصغر حصة مما كان لكل جانب أن يأمله؛ وأكبر قيمة لأصغر حصة من كامل مدى كل جانب؛ وأكبر مجموع لهذه الحصص. وحيث تلتقي المعايير عند حزمة واحدة، لا يتوقف اختيار هذه الحزمة على المعيار.
explain-agenda = ما تقوله الاستمارات عن قيمة كل خيار بالنقاط، قياساً إلى ترك القضية مفتوحة.
picture-frontier = الحزم التي لا يستطيع أحد تحسينها من دون خسارة للآخر
picture-frontier_shows = كل نقطة حزمة يفضّلها الجانبان على عدم الاتفاق، ولا يمكن تحسينها لأحدهما من دون خسارة للآخر. أفقياً: حصة { $first } من المدى الخاص بهذا الجانب. وعمودياً: الأمر نفسه لدى { $second }. والمرقّمة هي الحزم التي تختارها المعايير، والحزم التي جرى السؤال عنها. ويدل شكل النقطة على صمود الحزمة في داخل كل جانب.
chart-share_of = الحصة من المدى الخاص: { $party }
caption-frontier = الحزم التي لا يفوقها غيرها، حزمة في كل سطر: حصة كل جانب من مداه الخاص. وللأسطر أرقامها الخاصة
caption-package_options = { $package }: ما تحسمه
caption-settled_alike = ما تحسمه هذه الحزم كلها على نحو واحد
caption-settled_apart = أين تختلف
caption-package_parties = ماذا تعني الحزمة لكل جانب
caption-concessions = ما يتنازل عنه كل جانب من خياره الأول، قضية بعد قضية
caption-package_eased = تعارضات الأهداف التي تخففها الحزمة
caption-beside = ما يحيط بالحزمة
caption-event_options = الخيارات التي يستدعيها كل مآل من مآلات الحدث
caption-agenda_worth = قيمة خيارات جدول الأعمال عند كل جانب، بالنقاط
fold-not_judged = خيارات مستبعدة لأن قيمتها لم تُقدَّر للجميع
fold-worth = قيمة كل خيار عند كل جانب
fold-event_options = الخيارات بحسب كل مآل من مآلات كل حدث
fold-frontier = الحزم التي تقف خلف الشكل
column-issue = القضية
column-accepts = أتُفضَّل على عدم الاتفاق؟
column-first_choice = الخيار الأول
column-agreed = المتفق عليه
column-given_up = المتنازل عنه، حصة من المدى
column-share_of_range = الحصة من المدى الخاص
column-what = الأمر
column-about = بشأن
column-red_line = خط أحمر
column-worth_of = قيمة ماذا
column-calls_for = الخيارات التي يستدعيها
column-goals_then = الأهداف عندئذ
column-place = السطر
column-outcome_of_event = إذا آل الأمر إلى
accepts-certain = نعم، في كل التقديرات
accepts-possible = في جزء من التقديرات
accepts-never = لا، في أي تقدير
accepts-cannot_be_told = لا يمكن البتّ فيه
beside-wants = يريد جزءاً منها
beside-rejects = يرفض جزءاً منها
beside-red_line = فيها خط أحمر له
beside-serves = تخدم هدفاً له
beside-harms = تضر بهدف له
beside-goes_against = مبدأ تخالفه
beside-depends_on = يعتمد على طرف في هذا المجال
standard-nash = أكبر حاصل ضرب للمكاسب (ناش)
standard-kalai_smorodinsky = أكبر قيمة لأصغر حصة مما كان لكل جانب أن يأمله (كالاي وسمورودنسكي)
standard-maximin = أكبر قيمة لأصغر حصة من مدى كل جانب
standard-welfare_of_shares = أكبر مجموع للحصص من مدى كل جانب
package-proposal = الحزمة { $number }
package-asked = الحزمة المسؤول عنها ({ $number })
package-by = الحزمة ذات المعيار الآتي: { $standard }
words-nothing_agreed = لا شيء متفق عليه

agreement-not_judged = لا يمكن البتّ فيما يمكن الاتفاق عليه: لا تبيّن الاستمارات قيمة خيارات جدول الأعمال عند { $parties }.
agreement-no_reservation_value = لا يمكن البتّ فيما إذا كانت حزمة ما مفضَّلة عند أحد على عدم الاتفاق: لا تبيّن الاستمارات قيمة عدم الاتفاق عند { $parties }.
agreement-fallback = من دون اتفاق يكون موقع { $party } بين { $low } و{ $high } من النقاط على مقياس هذا الجانب، والصفر فيه هو اتفاق يترك كل القضايا مفتوحة.
agreement-zone = { $points ->
    [zero] لا توجد نتيجة أفضل للجميع من عدم الاتفاق ولا يمكن تحسينها لجانب من دون خسارة لآخر.
    [one] توجد حزمة واحدة أفضل للجميع من عدم الاتفاق، ولا يمكن تحسينها لجانب من دون خسارة لآخر.
    [two] توجد نتيجتان مختلفتان أفضل للجميع من عدم الاتفاق، ولا يمكن تحسينهما لجانب من دون خسارة لآخر، عند وسط التقديرات.
    [few] توجد { $points } نتائج مختلفة أفضل للجميع من عدم الاتفاق، ولا يمكن تحسينها لجانب من دون خسارة لآخر، عند وسط التقديرات.
    [many] توجد { $points } نتيجة مختلفة أفضل للجميع من عدم الاتفاق، ولا يمكن تحسينها لجانب من دون خسارة لآخر، عند وسط التقديرات.
   *[other] توجد { $points } نتيجة مختلفة أفضل للجميع من عدم الاتفاق، ولا يمكن تحسينها لجانب من دون خسارة لآخر، عند وسط التقديرات.
  }
agreement-none = لا توجد حزمة أفضل للجميع من عدم الاتفاق، عند وسط التقديرات.
agreement-left_out = استُبعدت من الحزم لأن قيمتها لم تُقدَّر للجميع: { $options }.
agreement-blocked_by = هذه الأمور مجتمعةً لا تترك مجالاً لاتفاق: { $items }.
agreement-opened_by = يصبح الاتفاق ممكناً إذا جرى التراجع عن: { $items }.
agreement-opened_by_fall = لا بد أن تنخفض قيمة عدم الاتفاق عند { $party } بمقدار { $points } من النقاط على الأقل.
agreement-blocks_unfinished = أوقف البحث عما يعيق الاتفاق قبل نهايته؛ وقد توجد عوائق أخرى.
agreement-proposed = { $package }: تختارها المعايير الآتية: { $standards }.
agreement-accepted = { $package }: يفضّلها كل جانب على عدم الاتفاق، في كل ما تسمح به الاستمارات من تقديرات.
agreement-accepted_in = { $package }: يفضّلها كل جانب على عدم الاتفاق في { $share } من التقديرات المسموح بها.
agreement-refused = { $package }: لا قبول لها، في أي تقدير تسمح به الاستمارات، عند { $parties }.
agreement-acceptance_open = { $package }: لا يمكن البتّ فيما إذا كان الجميع يفضّلونها على عدم الاتفاق؛ فليس كل شيء مقدَّراً.
agreement-concedes_nothing = { $package }: لا تنازل فيها لدى { $party } عن شيء مما يُطلب فيها. والتنازل كله من الجانب الآخر.
agreement-breaks_rules = { $package }: تخرق من قواعد الحالة: { $rules }.
agreement-crosses_line = { $package }: تتجاوز خطاً أحمر لدى { $party }: { $option }.
agreement-bettered = { $package }: يمكن تحسينها؛ فثمة حزمة أفضل لأحد الجوانب وليست أسوأ لأي جانب آخر.
agreement-not_bettered = { $package }: لا يمكن تحسينها لجانب من دون خسارة لآخر، عند وسط التقديرات.
words-reservation_value_of = قيمة عدم الاتفاق عند { $party }
agreement-serves_supreme = { $package }: تخدم هذه المصالح العليا: { $goals }.
agreement-harms_supreme = { $package }: تضر بهذه المصالح العليا: { $goals }.
agreement-leaves_supreme = { $package }: لا تمس أياً من هذه المصالح العليا: { $goals }.
