## أشكال النزاع

chart-moves_of_arrows = تحركات (سهم ممتلئ: أفضل لمن يتحرك؛ سهم أجوف: لا سير إلا في هذا الاتجاه)
chart-moves_of_steps = تحركات (سهم ممتلئ: أفضل لمن يتحرك؛ سهم أجوف: ليس أفضل له)
chart-state_holds = مستقر بذاته: لا تحسين متاحاً لأحد (ناش)
chart-state_fears = مستقر خشيةَ الردود، بمفهوم واحد أو أكثر
chart-state_leaves = ثمة من يغادره
chart-state_start = الوضع القائم
chart-state_target = وضع مستقر
chart-state_passed = في الطريق
chart-stays = يبقى من تلقاء نفسه: لا تحسين متاحاً (ناش)
chart-stays_for_fear = يبقى خشيةَ الردود فقط
chart-would_leave = يغادر
chart-all_stay = يبقى الجميع
picture-state_graph = أوضاع النزاع والتحركات بينها
picture-state_graph_text = عدد الأوضاع: { $states }، مع تحركات { $makers }. المستقر بذاته: { $holds }. المستقر خشيةَ الردود: { $fears }.
picture-who_stays = من يبقى وأين
picture-who_stays_text = من يبقى في كل وضع من الأوضاع، وعددها { $states }: { $makers }. يبقى الجميع من تلقاء أنفسهم في: { $holds }. يبقى الجميع خشيةَ الردود في: { $fears }.
picture-paths = الطرق من { $start }
picture-paths_text = أقصر الطرق من { $start } إلى { $targets }.
