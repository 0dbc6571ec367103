// The data of an invented office, for looking at its screen.
import type { OfficeView, PlaceView } from '$lib/contract';

const place = (kk: string, ru: string, bin: string, last: string): PlaceView => ({
  name_kk: kk,
  name_ru: ru,
  bin,
  address_kk: `110000, Қостанай қаласы, Үлгі көшесі, ${last}`,
  address_ru: `110000, г. Костанай, ул. Образцовая, ${last}`,
  phone: `8 (7142) 00-00-0${last}`,
  email: 'office@tanu.example',
  iban: last === '2' ? 'KZ310700390000000002' : null,
  bank: last === '2' ? 'Комитет казначейства Министерства финансов РК' : null,
  head: {
    position_kk: 'Орталық директоры',
    position_ru: 'Директор центра',
    name: last === '2' ? 'Әбенов Руслан Сәкенұлы' : 'Жұмабеков Марат Ерікұлы',
  },
  signatories:
    last === '2'
      ? [
          {
            position_kk: 'Ваучерлер бөлімінің басшысы',
            position_ru: 'Начальник отдела ваучеров',
            name: 'Оспанова Дина Қанатқызы',
          },
        ]
      : [],
});

export const office = (may_change: boolean): OfficeView => ({
  career_centre: place(
    'Қостанай қаласының мансап орталығы',
    'Карьерный центр города Костаная',
    '230741990040',
    '1',
  ),
  mobility_centre: place(
    'Қостанай облысының еңбек мобильділігі орталығы',
    'Центр трудовой мобильности Костанайской области',
    '230740990014',
    '2',
  ),
  may_change,
});
