interests-pairs = أزواج الأهداف وعددها { $total }: متوافقة { $compatible }، متعارضة { $conflicting }، الأمران معاً { $mixed }، لا صلة بينها { $unrelated }؛ ولم يُقدَّر منها { $not_judged }.
interests-compatible_by_source = يقول المصدر نفسه إن هذه متوافقة: { $pairs }.
interests-eased = الهدف «{ $goal }» يتعارض مع «{ $other }». ويخفف التعارض: { $options }.
interests-not_eased = الهدف «{ $goal }» يتعارض مع «{ $other }». وليس في الحالة خيار يخفف التعارض.
interests-contradiction = هدفان يناقض أحدهما الآخر لدى { $owner }: «{ $goal }» و«{ $other }».
interests-no_ultimate_goal = لم يُذكر هدف نهائي لدى { $party }.
interests-no_priorities = { $count ->
    [zero] لا هدف بلا مرتبة لدى { $party }.
    [one] هدف واحد لدى { $party } بلا مرتبة.
    [two] هدفان لدى { $party } بلا مرتبة.
    [few] { $count } أهداف لدى { $party } بلا مرتبة.
    [many] { $count } هدفاً لدى { $party } بلا مرتبة.
   *[other] { $count } هدف لدى { $party } بلا مرتبة.
  }
interests-depends = الهدف «{ $goal }» لا يصح إلا عندما: { $when }.
interests-supreme = المصالح العليا لدى { $party }: { $goals }.
