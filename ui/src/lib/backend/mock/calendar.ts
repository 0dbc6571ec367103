// The days off of 2026 as the screen of the calendar shows them, each with its name in three languages.
export const HOLIDAYS: [string, string, [string, string, string]][] = [
  ['2026-01-01', 'holiday', ['Жаңа жыл', 'Новый год', 'New Year']],
  ['2026-01-02', 'holiday', ['Жаңа жыл', 'Новый год', 'New Year']],
  [
    '2026-01-07',
    'religious',
    ['Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'],
  ],
  [
    '2026-03-09',
    'transfer',
    ['Халықаралық әйелдер күні', 'Международный женский день', 'Women’s Day'],
  ],
  ['2026-03-23', 'holiday', ['Наурыз мейрамы', 'Наурыз мейрамы', 'Nauryz']],
  [
    '2026-05-01',
    'holiday',
    ['Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'],
  ],
  ['2026-10-26', 'transfer', ['Республика күні', 'День Республики', 'Republic Day']],
  ['2026-12-16', 'holiday', ['Тәуелсіздік күні', 'День Независимости', 'Independence Day']],
];
