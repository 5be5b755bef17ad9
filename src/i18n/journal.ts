import { texts } from './text.ts';

/** What people write down about a customer: notes, tasks, answered actions. */
export const journalTexts = texts({
  notes: { en: 'Notes', zh: '备注' },
  noteLabel: { en: 'New note', zh: '新备注' },
  notePlaceholder: { en: 'What is worth remembering?', zh: '有什么值得记下来？' },
  addNote: { en: 'Add note', zh: '添加备注' },
  removeNote: { en: 'Remove note', zh: '删除备注' },
  noteRemoved: { en: 'Note removed', zh: '已删除备注' },
  tasks: { en: 'Tasks', zh: '任务' },
  taskLabel: { en: 'New task', zh: '新任务' },
  taskPlaceholder: { en: 'What is to be done?', zh: '需要做什么？' },
  due: { en: 'Due', zh: '截止日期' },
  addTask: { en: 'Add task', zh: '添加任务' },
  removeTask: { en: 'Remove task “{text}”', zh: '删除任务“{text}”' },
  taskRemoved: { en: 'Task removed', zh: '已删除任务' },
  dueOn: { en: 'due {date}', zh: '{date} 截止' },
  overdue: { en: 'overdue since {date}', zh: '已逾期（{date}）' },
  doneOn: { en: 'done {date}', zh: '{date} 完成' },
  answers: { en: 'What became of it', zh: '处理结果' },
  done: { en: 'Done', zh: '已完成' },
  later: { en: 'Later', zh: '稍后' },
  refused: { en: 'Refused', zh: '被拒绝' },
  doesNotFit: { en: 'Does not fit', zh: '不合适' },
  answered: { en: '“{action}”: {answer}', zh: '“{action}”：{answer}' },
});
