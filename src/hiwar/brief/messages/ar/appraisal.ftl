appraisal-recommended = { $firmness ->
    [certain] التوصية إلى { $seat }: «{ $course }». لا يوجد مسار آخر أفضل منه، أياً تكن القيم ضمن التقديرات المعطاة.
   *[other] التوصية إلى { $seat }: «{ $course }». وهي غير محسومة.
  }
appraisal-recommended_if = التوصية إلى { $seat }، إذا كان المسار متاحاً: «{ $course }». ويتوقف ذلك على: { $needs }. ولا يوجد مسار آخر أفضل منه، أياً تكن القيم ضمن التقديرات المعطاة.
appraisal-no_recommendation = لا يمكن بعدُ التوصية بأي مسار: { $reasons }.
appraisal-leading = يأتي «{ $course }» أولاً في { $share } من التقديرات التي تسمح بها الاستمارات، ويليه «{ $second }». هذا تقدّم، وليس نتيجة محسومة.
appraisal-certain = «{ $first }» أفضل بالتأكيد من «{ $second }» بحسب هذه التقديرات.
appraisal-not_firm = لا شيء محسوم بين «{ $first }» و«{ $second }»: الأول أفضل في { $share } من التقديرات التي تسمح بها الاستمارات.
appraisal-sizes_missing = لا يمكن البتّ في الأمر بين «{ $first }» و«{ $second }»: لم يُقدَّر حجم كل مكسب وكل كلفة فيهما.
appraisal-equal = لا يختلف «{ $first }» عن «{ $second }» في ما ذُكر.
appraisal-infeasible = المسار «{ $course }» غير متاح في أي سيناريو، لسقوط شرط من شروطه: { $needs }.
appraisal-infeasible_when = المسار «{ $course }» غير متاح إذا حدث ما يأتي: { $outcomes }. عندئذ يسقط شرطه «{ $need }».
appraisal-condition_open = لا يُعرف بعدُ هل المسار «{ $course }» متاح. ويتوقف ذلك على: { $needs }.
appraisal-effect_open = يترك المسار «{ $course }» هذا مفتوحاً: { $issues }. وعليه يتوقف حصول ما يأتي: { $effects }. وتحسمه حزمة من الخيارات.
appraisal-cell_not_stated = { $judged ->
    [yes] { $kind ->
        [gain] لا تسمّي المصادر أي مكسب من «{ $course }» بالنسبة إلى { $party }. وقد قدّره محلّل.
       *[cost] لا تسمّي المصادر أي كلفة لـ«{ $course }» بالنسبة إلى { $party }. وقد قدّرها محلّل.
      }
   *[no] { $kind ->
        [gain] لا تسمّي المصادر أي مكسب من «{ $course }» بالنسبة إلى { $party }. وليس معنى ذلك صفراً: قد يكون أي شيء.
       *[cost] لا تسمّي المصادر أي كلفة لـ«{ $course }» بالنسبة إلى { $party }. وليس معنى ذلك صفراً: قد تكون أي شيء.
      }
  }
appraisal-rests_on_empty_cells = بما ذُكر وحده يكون «{ $first }» أفضل من «{ $second }». وقد يقلب ذلك ما لم تذكره المصادر.
appraisal-flip = { $reachable ->
    [True] { $judgement }: إذا كان التقدير { $critical } بدلاً من { $centre }، تبادل «{ $first }» و«{ $second }» موقعيهما.
   *[False] { $judgement }: إذا كان التقدير { $critical } بدلاً من { $centre }، تبادل «{ $first }» و«{ $second }» موقعيهما. ولا تسمح الاستمارات بهذه القيمة.
  }
appraisal-judge_first = { $judgement }. وقيمة معرفته بدقة، بالنقاط: { $value }.
appraisal-judge_first_unsized = مما يجدر تقديره مبكراً: { $judgement }.
appraisal-best_in_every_scenario = «{ $course }» هو الأفضل في كل سيناريو، أياً تكن القيم التي تسمح بها التقديرات المعطاة.
appraisal-largest_regret = قد يضيّع «{ $course }» قياساً إلى أفضل مسار، بالنقاط: { $points }، وذلك في هذا السيناريو: { $scenario }.
appraisal-risk_of_loss = ينتهي «{ $course }» إلى خسارة باحتمال { $loss }، في وسط التقديرات كلها. وفي تسع مرات من عشر يأتي بما بين { $p05 } و{ $p95 } من النقاط.
appraisal-stochastically_dominates = { $order ->
    [1] احتمال بلوغ أي قيمة معيّنة أكبر مع «{ $first }» منه مع «{ $second }».
   *[other] من يكره المخاطرة يفضّل «{ $first }» على «{ $second }».
  }
appraisal-variant_same = لا تختلف صيغ المسار «{ $track }» في شيء مما ذُكر: { $variants }.
appraisal-variant_differs = تُقدَّر الصيغة «{ $variant }» منفصلة عن «{ $track }»، لأن ما يسقط فيها هو: { $needs }.
appraisal-no_likelihoods = لم تُقدَّر احتمالات هذه الأحداث: { $events }. لذلك تُعرض النتائج لكل سيناريو على حدة ولا يُحسب متوسطها.
appraisal-no_middle = لم يُقدَّر كل شيء في هذه المسارات: { $courses }. فلها مديات من دون رقم واحد: لا احتمال للخسارة، ولا ندم في الوسط، ولا تقدير يُقال إنه وحده يقلب الاختيار.
appraisal-coverage = التقديرات المنجزة: { $judged } من أصل { $needed } يحتاج إليها الجواب.
appraisal-outcome_cell_missing = { $outcome }: لا يمكن البتّ في الكلفة في مجال { $domain }.
appraisal-sheets_disagree = هذه الاستمارات تؤدي، كل منها وحدها، إلى أجوبة مختلفة: { $sheets }.
appraisal-sheets_agree = كل استمارة من هذه الاستمارات تؤدي وحدها إلى الجواب نفسه: { $sheets }.

reason-nothing_judged = لم يقدّر أحد حجم المكاسب والكلف
reason-sizes_missing = بعض المكاسب والكلف لم يُقدَّر حجمها
reason-not_firm = لا مسار أفضل من جميع ما عداه ضمن التقديرات المعطاة
reason-rests_on_empty_cells = قد يقلب الاختيارَ ما سكتت عنه المصادر
reason-infeasible = لا مسار متاح
reason-depends_on_event = يتوقف المسار الأفضل على مآل حدث لم يُحسم
reason-equal = تتساوى أفضل المسارات، أياً تكن القيم ضمن التقديرات المعطاة
reason-one_course = لا يوجد إلا مسار واحد، ولا شيء يُقارَن به
