## جواب كل سؤال في جملة أو جملتين

part-minute-agreed = ما يمكن الاتفاق عليه
minute-package = { $package }، ومعيارها { $standard }، أفضل لكل جانب من عدم الاتفاق عند أوساط التقديرات.
minute-package_accepted = { $package }، ومعيارها { $standard }: يفضّلها كل جانب على عدم الاتفاق في كل ما تسمح به الاستمارات من تقديرات.
minute-package_at_home = حالها في الداخل: { $told }.
minute-package_settles = تحسم { $package }: { $options }.
in_short-gains_and_costs = ذُكرت مكاسب وكلف معاً في: { $courses }. ولا دلالة لطول القائمة.
in_short-gains_only = لم تُذكر إلا مكاسب في: { $courses }.
in_short-costs_only = لم تُذكر إلا كلف في: { $courses }. وعدم ذكر مكسب لا يعني أنه غير موجود.
in_short-largest_cost = { $outcome ->
    [success] إن نجح الحوار، فالكلفة التي قد تبلغ أكبر قدر تقع في { $domain }، على المسار «{ $course }»: { $range } نقطة.
   *[failure] إن فشل الحوار، فالكلفة التي قد تبلغ أكبر قدر تقع في { $domain }، على المسار «{ $course }»: { $range } نقطة.
  }
in_short-all_accept = يفضّل كل جانب ما يأتي على عدم الاتفاق، في كل ما تسمح به الاستمارات من تقديرات: { $packages }.
in_short-interests_served = تخدمها كل حزمة نُظر فيها ولا تضر بها أي حزمة: { $goals }.
in_short-interests_harmed = معرّضة للخطر لأن حزمة مما نُظر فيه تضر بها: { $goals }.
in_short-interests_open = لا تخدمها كل حزمة: { $goals }.
in_short-no_floors = لا تضع الحالة حداً أدنى لهذه المصالح.
in_short-floors = تضع الحالة حداً أدنى لهذه المصالح، ولا تُقترح حزمة تخرقه: { $goals }.
in_short-for_the_sides = حوار الجانبين نفسيهما: حيثما ذُكر كاسب كان أحدهما، ولا كاسب من خارجهما. وذلك في { $subjects }.
in_short-for_the_sides_too = حوار الجانبين نفسيهما، ويكسب منه غيرهما أيضاً ({ $outside }): حيثما ذُكر كاسب كان أحد الجانبين منهم. وذلك في { $subjects }.
in_short-partly_for_others = حوار نيابة عن آخرين في جزء منه ({ $outside }): ففي جزء مما يُحسم لا يكسب سواهم. وذلك في { $subjects }.
in_short-for_others = حوار نيابة عن آخرين في معظمه ({ $outside }): ففي أكثر من نصف ما يُحسم لا يكسب سواهم. وذلك في { $subjects }.
in_short-nobody_gains = لا يمكن البتّ فيه حيث لا تذكر المصادر مكسباً لأحد. وذلك في { $subjects }.
balance-for_the_sides = { $subject }: حيثما ذُكر كاسب ({ $settled ->
    [one] في مجال أو قضية واحدة
    [two] في مجالين أو قضيتين
    [few] في { $settled } مجالات أو قضايا
   *[other] في { $settled } مجالاً أو قضية
  }) كان طرفاً في الحوار، ولا كاسب من خارجه.
balance-for_the_sides_too = { $subject }: حيثما ذُكر كاسب ({ $settled ->
    [one] في مجال أو قضية واحدة
    [two] في مجالين أو قضيتين
    [few] في { $settled } مجالات أو قضايا
   *[other] في { $settled } مجالاً أو قضية
  }) كان أحد جانبي الحوار منهم؛ ويكسب من خارجه أيضاً: { $outside }.
balance-partly_for_others = { $subject }: في { $elsewhere } من { $settled } من المجالات أو القضايا لا يكسب إلا من هم خارج الحوار: { $outside }.
balance-for_others = { $subject }: في { $elsewhere } من { $settled } من المجالات أو القضايا، أي أكثر من النصف، لا يكسب إلا من هم خارج الحوار: { $outside }.
balance-nobody_gains = { $subject }: لا يمكن البتّ لمن هذا الحوار، إذ لا تذكر المصادر مكسباً لأحد.
part-gaining = من يكسب: الجانبان أم غيرهما
explain-gaining = تُعدّ الحصة بالمجالات (في المسار) أو بالقضايا (في الحزمة)، لا بالمكاسب المفردة، فلا يتغير شيء إن قيل المكسب الواحد في جملتين.
caption-gainers = من ذُكر أنه يكسب، مجالاً مجالاً أو قضية قضية
column-unit = المجال أو القضية
column-sides_gaining = من جانبي الحوار
column-outside_gaining = من غيرهما
column-whose = لمن
whose-sides = لطرف في الحوار
whose-both = لطرف ولغيره
whose-others = لغيرهما فقط
whose-nobody = لم يُذكر أحد
caption-interest_packages = ما تفعله كل حزمة بالمصالح العليا
fold-interest_packages = الأمر نفسه في جمل، حزمة حزمة
keeps-serves = تخدمها
keeps-harms = تضر بها
keeps-both = تخدمها وتضر بها
keeps-leaves = لا تمسّها
carried-carried = يصمد في داخل كل جانب
carried-open = لا يمكن البتّ في صموده في الداخل
carried-stopped = يسقط في داخل أحد الجانبين
column-carried = في الداخل
