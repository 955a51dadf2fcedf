## الحوارات المشابهة: مدى شبهها بهذا الحوار، وما يمكن طلبه على غرارها

part-comparison = حوارات مشابهة
part-comparison-obtained = ما حققته
part-comparison-demands = ما يمكن طلبه على غرارها
part-comparison-trust = إلى أي حد يُعتمد على ذلك

explain-likeness = الشبه هو معامل غاور: مدى الاتفاق في السمات المعروفة عن الحوارين معاً، من 0% إلى 100%، ولكل سمة وزن واحد. وما لا يُعرف لا يُحسب شبهاً ولا اختلافاً. ويبين الشريط أقل شبه وأكثره إذا عُرف المجهول، وتبين النقطة الشبه بحسب ما يُعرف اليوم.
explain-demands = المطلب ما حصل عليه غيرُه ولم يطلبه { $seat } ويخدم هدفاً من أهدافه. وحصول الآخرين عليه يدل على أنه ممكن، لا على أنه سيتحقق.

caption-likeness = شبه كل حوار بهذا الحوار
caption-compared = سمة بعد سمة
caption-obtained = ما حققته حوارات مشابهة
caption-demands = مطالب ممكنة لـ{ $seat }، بحسب المجال
caption-without = إسقاط كل حوار بدوره
note-compared = «؟» تعني أن لا مصدر يذكره. أما النتيجة فتُعرض ولا تُقارَن.

picture-likeness = شبه كل حوار بهذا الحوار
picture-likeness_shows = شريط لكل حوار من أقل شبه إلى أكثره بقدر ما يتيحه المجهول؛ والنقطة هي الشبه بحسب ما يُعرف؛ وإلى جانبه عدد السمات المعروفة.
chart-likeness = الشبه بهذا الحوار
chart-known_of_both = المعروف { $known } من { $compared }

column-case = الحوار
column-coefficient = الشبه بحسب ما يُعرف
column-likeness_bounds = ما قد يكون عليه
column-known_of_both = سمات معروفة عن الاثنين
column-nearest = الأقرب؟
column-chosen = كيف اختير
column-attribute = السمة
column-this_dialogue = هذا الحوار
column-precedent = ما تحقق
column-obtained_by = لمن
column-not_obtained_by = لم يتحقق لـ
column-not_known_of = غير معروف عن
column-asked_for = هل يطلبه صاحب المقعد؟
column-demand = المطلب
column-after = على غرار
column-for_goals = يخدم
column-support = حصل عليه
column-left_out = المُسقَط
column-falls = استنتاجات تسقط
column-left_to_one = استنتاجات تبقى على حوار واحد
column-nearest_then = الأشبه عندئذ بحسب ما يُعرف

fold-cases_alike = كل حوار، وما يُسعى إليه، في جملة
fold-obtained = الأمر نفسه في جمل
fold-without = إسقاط كل حوار بدوره

nearest-certain = نعم، يقيناً
nearest-possible = ممكن
nearest-excluded = لا
chosen-all = تُقارن الحوارات كلها من هذا النوع
chosen-listed = يذكره أحد المصادر
chosen-likeness = لأنه يشبه هذا الحوار
chosen-outcome = لما حققه
asked_for-asked = نعم
asked_for-rejected = لا، بل يرفضه
asked_for-asked_if = بشرط فقط
asked_for-on_agenda = على جدول الأعمال، ولا يُذكر أنه يريده
asked_for-not_asked = لا
support-several = عدة حوارات
support-remark = حوار واحد: ملاحظة لا قاعدة
compared-alike = متشابه
compared-partly = متشابه جزئياً
compared-different = مختلف
compared-unknown = غير معروف
sign-unknown_value = ؟
words-value_and_state = { $value } ({ $state })

comparison-no_cases = لا تذكر الحالة أي حوار مشابه. ولا يُستنتج شيء من غيرها.
comparison-one_case = لا يُعرف إلا حوار مشابه واحد: { $case }. وما يدل عليه ملاحظة لا قاعدة.
comparison-no_attributes = { $count ->
    [one] يُذكر حوار مشابه واحد، ولا يُذكر شيء يمكن أن يُقارَن به.
    [two] يُذكر حواران مشابهان، ولا يُذكر شيء يمكن أن يُقارَنا به.
    [few] تُذكر { $count } حوارات مشابهة، ولا يُذكر شيء يمكن أن تُقارَن به.
   *[other] يُذكر { $count } حواراً مشابهاً، ولا يُذكر شيء يمكن أن تُقارَن به.
  }
comparison-nothing_known = { $count ->
    [one] يُذكر حوار مشابه واحد، ولا يقول أي مصدر في هذه الحالة ماذا حقق.
    [two] يُذكر حواران مشابهان، ولا يقول أي مصدر في هذه الحالة ماذا حققا.
    [few] تُذكر { $count } حوارات مشابهة، ولا يقول أي مصدر في هذه الحالة ماذا حققت.
   *[other] يُذكر { $count } حواراً مشابهاً، ولا يقول أي مصدر في هذه الحالة ماذا حققت.
  }{" "}لذلك لا يمكن بعدُ استخلاص أي مطلب منها، ولم يُستخلص.
comparison-known = المعروف اليوم: { $known_count } من { $cells_count } خانة (السمات: { $attributes_count }، الحوارات: { $count }).
comparison-present_unknown = لا يُعرف عن هذا الحوار نفسه، أو لم يُحسم بعد: { $attributes }. وما لا يُعرف هنا لا يمكن أن يُقارَن بغيره.
comparison-nearest = { $count ->
    [one] الأقرب هو { $cases }
   *[other] الأقرب، على قدم المساواة: { $cases }
  }: فكيفما انكشف المجهول ليس هناك حوار أقرب.
comparison-nearest_so_far = الأشبه بحسب ما يُعرف اليوم هو { $case } (المعروف عن الاثنين { $known } من { $compared } من السمات). وإذا انكشف المجهول عن غير ذلك فقد يكون غيره أقرب: { $rivals }.
comparison-nearest_tied = لا يمكن البتّ في أي حوار هو الأقرب: فهذه متساوية الشبه بحسب ما يُعرف (السمات المعروفة: { $known }): { $cases }.
comparison-nearest_unknown = لا يمكن البتّ في أي حوار هو الأقرب: فلا يُعرف شيء عن هذا الحوار وعن حوار آخر معاً.
comparison-not_nearest = كيفما انكشف المجهول، ليس الأقرب: { $cases }.
comparison-alike = { $case }: { $alike_count ->
    [0] {""}
   *[other] متشابه في { $alike }؛{" "}
  }{ $partly_count ->
    [0] {""}
   *[other] متشابه جزئياً في { $partly }؛{" "}
  }{ $different_count ->
    [0] {""}
   *[other] مختلف في { $different }؛{" "}
  }{ $unknown_count ->
    [0] لا شيء مجهول.
    [one] سمة واحدة غير معروفة.
    [two] سمتان غير معروفتين.
    [few] { $unknown_count } سمات غير معروفة.
   *[other] { $unknown_count } سمة غير معروفة.
  }
comparison-sought = ما يسعى إليه { $seat } بهدف «{ $goals }» موجود في { $cases } ({ $sought }).{ $without_count ->
    [0] {""}
   *[other] {" "}وليس كذلك: { $without }.
  }{ $unknown_count ->
    [0] {""}
    [one] {" "}ولا يُعرف عن حوار واحد.
    [two] {" "}ولا يُعرف عن حوارين آخرين.
    [few] {" "}ولا يُعرف عن { $unknown_count } حوارات أخرى.
   *[other] {" "}ولا يُعرف عن { $unknown_count } حواراً آخر.
  }
comparison-sought_by_none = ما يسعى إليه { $seat } بهدف «{ $goals }» ({ $sought }) لا يُعرف وجوده في أي من هذه الحوارات.
comparison-claim_borne_out = تقترح الحالة دراسة { $case } («{ $claim }»). والأرقام تؤيد ذلك: { $case } هو الأقرب.
comparison-claim_not_borne_out = تقترح الحالة دراسة { $case } («{ $claim }»). والأرقام لا تؤيد ذلك: فهناك حوار أقرب.{ $sought_count ->
    [0] {""}
   *[other] {" "}وما يشهد له مع ذلك: { $sought }.
  }
comparison-claim_so_far = تقترح الحالة دراسة { $case } («{ $claim }»). وهو الأشبه بحسب ما يُعرف، وقد يغيّر المجهول ذلك.{ $sought_count ->
    [0] {""}
   *[other] {" "}وما يشهد له أيضاً أن فيه ما يسعى إليه { $seat }: { $sought }.
  }
comparison-claim_open = تقترح الحالة دراسة { $case } («{ $claim }»). والأرقام من حيث الشبه لا تؤيد ذلك ولا تنقضه.{ $sought_count ->
    [0] {""}
   *[other] {" "}وما يشهد له أن فيه ما يسعى إليه { $seat }: { $sought }.
  }
comparison-not_asked = تحقق لـ{ $cases } ولم يطلبه { $seat }: { $precedent }.{ $against_count ->
    [0] {""}
   *[other] {" "}ولم يتحقق لـ{ $against }.
  }
comparison-on_agenda = تحقق لـ{ $cases }؛ وهو هنا على جدول الأعمال ({ $options })، ولا يُذكر أن { $seat } يريده: { $precedent }.
comparison-asked_if = تحقق لـ{ $cases }؛ ولا يطلبه { $seat } إلا بشرط: { $precedent }.
comparison-asked = تحقق لـ{ $cases }، ويطلبه { $seat } من قبل: { $precedent }.
comparison-rejected = تحقق لـ{ $cases }، لكن { $seat } يرفضه ({ $options }): { $precedent }.
comparison-no_goal = { $precedent }: لا يخدم أي هدف أعلنه { $seat }، فليس مطلباً.
comparison-demand = { $domain }: يمكن أن يطلب { $seat } «{ $precedent }» على غرار { $cases }. وهذا يخدم «{ $goals }».
comparison-remark = { $domain }: حوار واحد فقط، { $cases }، حقق «{ $precedent }»؛ وهذا يخدم «{ $goals }». ملاحظة لا قاعدة.
comparison-rests_on_one = من دون { $case } { $count ->
    [one] يسقط استنتاج واحد
    [two] يسقط استنتاجان
    [few] تسقط { $count } استنتاجات
   *[other] يسقط { $count } استنتاجاً
  }: { $precedents }.
comparison-rests_on_several = لا يتوقف أي استنتاج على حوار واحد.
comparison-few_cases = { $count ->
    [one] حوار واحد قليل جداً
    [two] حواران اثنان قليل
    [few] { $count } حوارات عدد قليل
   *[other] { $count } حواراً عدد قليل
  }: فقد يكون ما يجمعها صدفة، ولا يقال هنا شيء عن مدى احتماله.
comparison-selection = { $kind ->
    [all] تُقارن الحوارات كلها من هذا النوع، فلم يُنتقَ أي منها: { $cases }.
    [likeness] اختيرت لأنها تشبه هذا الحوار: { $cases }. وقد تدل غيرها على العكس.
    [outcome] اختيرت لما حققته: { $cases }. ولا ترد حوارات لم تحقق شيئاً، فيبدو النجاح أيسر مما هو.
   *[listed] يذكر أحد المصادر هذه ولا يقول هل هناك غيرها: { $cases }.
  }
comparison-selection_not_stated = لا يُذكر كيف اختيرت هذه للمقارنة: { $cases }. وإن كانت قد اختيرت لنجاحها فالنجاح يبدو أيسر مما هو.
