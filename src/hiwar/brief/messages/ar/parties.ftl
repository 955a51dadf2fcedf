parties-at_table = { $count ->
    [zero] لا طرف يجري الحوار: { $parties }.
    [one] طرف واحد يجري الحوار: { $parties }.
    [two] طرفان يجريان الحوار: { $parties }.
    [few] { $count } أطراف تجري الحوار: { $parties }.
    [many] { $count } طرفاً تجري الحوار: { $parties }.
   *[other] { $count } طرف تجري الحوار: { $parties }.
  }
parties-role_empty = لا أحد يشغل هذا الدور: { $role }.
parties-role_cannot_be_held = لا يمكن إسناد هذا الدور إلى { $party }: { $role }.
parties-role_not_stated = لا تقول الحالة هل يشغل أحد هذا الدور: { $role }.
parties-may_block = طرف قد يعطّل: { $party }. وسبيله إلى ذلك: { $by }.
parties-none_may_block = لا تسمّي الحالة أحداً يستطيع التعطيل. وليس معنى ذلك أن أحداً لا يستطيعه.
parties-may_spoil = قد يعرقل أي نتيجة: { $parties }.
parties-affected_outside = متأثرون لا يجلسون إلى الطاولة: { $parties }.
parties-divided = الموقف منقسم بشأن «{ $on }» لدى: { $party }.
parties-position_unknown = لا يُعرف الموقف من «{ $on }» لدى: { $party }.
parties-no_delegation = لا تقول الحالة شيئاً عن وفد { $party }.
parties-team_has = المتوافر لدى { $party }: { $topics }.
parties-team_lacks = غير المتوافر لدى { $party }: { $topics }.
parties-team_gap = ما لا يُعرف عن فريق { $party }: { $topics }.
