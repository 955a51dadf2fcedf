## What kind of dialogue

part-scope = أي نوع من الحوار
part-scopes = ما مدى اتساع الحوار
part-forms = أي شكل للعلاقة
explain-scope = يحدد النطاق أي القضايا تُطرح على الطاولة. ويُعرض لكل نطاق أكثر ما يمكن أن يضيفه إلى كل جانب، في حزمة يقبلها الجميع، حصةً من أكثر ما يمكن أن تضيفه القضايا كلها مجتمعة. والنطاق الذي يترك لجانب حصة أكبر مما يترك للآخر أنفع له.
caption-scopes = النطاقات، والمتسع الذي يتركه كل منها
caption-reach = أكثر ما يمكن أن يضيفه كل نطاق إلى كل جانب، حصةً مما يمكن أن يضيفه جدول الأعمال كله
caption-tensions = ما يجرّه كل نطاق وراءه
caption-forms = أشكال العلاقة
picture-reach = ما يتركه كل نطاق في المتناول
picture-reach_shows = خط لكل نطاق. وتبيّن العلامات، لكل جانب، أكثر ما يمكن أن يضيفه إليه النطاق، حصةً من أكثر ما يمكن أن تضيفه القضايا كلها مجتمعة. وإذا تباعدت العلامات كان النطاق أنفع لأحد الجانبين.
chart-reach = حصة مما يمكن أن يضيفه جدول الأعمال كله
column-scope = النطاق
column-issues = القضايا على الطاولة
column-room = حزم يقبلها الجميع
column-taken_by = يسلكه
column-form = الشكل
column-goes_against = يخالف
column-tension = التوتر
column-where = منشؤه
where-home = الداخل
where-abroad = الخارج
where-both = الداخل والخارج
where-not_stated = لم يُذكر
words-whole = القضايا كلها

scope-not_judged = «{ $scope }»: لا يمكن البتّ في ما يتركه في المتناول؛ فالاستمارات لا تقول ما تساويه خياراته لجميع الجوانب.
scope-no_reservation_value = «{ $scope }»: لا يمكن البتّ في ما يتركه في المتناول؛ فالاستمارات لا تقول ما يساويه عدم الاتفاق لجميع الجوانب.
scope-no_agreement = «{ $scope }»: لا حزمة ضمنه أفضل للجميع من عدم الاتفاق، في وسط التقديرات.
scope-one_sided = النطاق «{ $scope }» يخدم { $favours } أكثر مما يخدم { $against }: فهو يترك للأول حصة أكبر مما في متناوله، والفارق بين الحصتين { $difference } من الكل. وهو كذلك في { $share } من مجموعات التقديرات المسحوبة وعددها { $draws }.
scope-sides_open = «{ $scope }»: في وسط التقديرات يخدم { $favours } أكثر مما يخدم { $against }، وهو كذلك في { $share } من مجموعات التقديرات المسحوبة وعددها { $draws }: وهذا أقل من أن يُبنى عليه.
scope-even = يضيف النطاق «{ $scope }» إلى الجانبين حصتين متقاربتين، في وسط التقديرات.
scope-claim_borne_out = القول «{ $claim }» يثبت في «{ $scope }»: إذ يخدم { $parties } أكثر، وذلك في { $share } من مجموعات التقديرات المسحوبة وعددها { $draws }.
scope-claim_not_borne_out = القول «{ $claim }» لا يثبت في «{ $scope }» بحسب هذه التقديرات: إذ لا يخدم { $parties } أكثر إلا في { $share } من مجموعات التقديرات المسحوبة وعددها { $draws }.
scope-claim_undecided = لا تكفي هذه التقديرات للحكم هل يثبت القول «{ $claim }» في «{ $scope }»: إذ يخدم { $parties } أكثر، وذلك في { $share } من مجموعات التقديرات المسحوبة وعددها { $draws }.
scope-claim_open = لا يمكن البتّ في هل يصح القول «{ $claim }» في «{ $scope }»: لا يوجد ما يُقاس به.
scope-tension = { $where ->
    [home] يجرّ «{ $scope }» توتراً منشؤه الداخل: { $items }.
    [abroad] يجرّ «{ $scope }» توتراً منشؤه الخارج: { $items }.
    [both] يجرّ «{ $scope }» توتراً منشؤه الداخل والخارج: { $items }.
   *[not_stated] يجرّ «{ $scope }» أيضاً ما يأتي، ولم يُذكر منشؤه: { $items }.
  }
scope-precondition_met = «{ $scope }» متاح: القدرة «{ $capability }» متوافرة.
scope-not_available = «{ $scope }» غير متاح: القدرة «{ $capability }» غير متوافرة.
scope-not_available_yet = «{ $scope }» غير متاح بعد: فهو يحتاج إلى القدرة «{ $capability }»، ولا يُعرف هل هي متوافرة.
scope-form_breaks = الشكل «{ $form }» يخالف: { $terms }.
scope-form_breaks_none = الشكل «{ $form }» لا يخالف أياً من المبادئ، بحسب ما تقوله الحالة.
