//! The forms of Appendices 1 and 2 stand as the Order has them: every heading, label, footnote and number.

#![cfg(not(windows))] // Poppler reads the pages; the same bytes come out on Windows.
#![expect(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping")]

mod common;

use papers::form::Paper;
use papers::{Language, render};

/// Appendix 1 from its head to its last line. Lines to write on are left out of the comparison.
const APPENDIX_1: &str = r#"
Приложение 1 к Правилам выдачи, финансирования и распределения между регионами Республики Казахстан
единоразовых ваучеров на признание профессиональных квалификаций
Форма электронного документа
Центр трудовой мобильности
(область, город республиканского значения, столица)
Заявление о выдаче единоразового ваучера
Я, [Фамилия, Имя, Отчество (при его наличии)] [индивидуальный идентификационный номер]
прошу выдать мне единоразовый ваучер на признание профессиональной квалификации
в целях установления [уровень квалификации] уровня профессиональной квалификации
(навыка, навыков) по профессии [профессия].
Даю согласие на сбор и обработку моих персональных данных в соответствии с Законом
Республики Казахстан "О персональных данных и их защите", а также Законом на получение
информационных рассылок на телефонный номер абонентского устройства сотовой связи
и (или) на электронный адрес. Сообщаю о себе следующие сведения:
1. Образование [полное наименование учебной организации, направление подготовки, дата окончания].
2. Сведения, подтверждающие трудовую деятельность (трудовой стаж) по указанной профессиональной
квалификации [информация электронного трудового]. Электронные копии документов об образовании
и подтверждающих трудовую деятельность согласно подпунктам 1), 2) и 3) статьи 35 Трудового кодекса
Республики Казахстан .
3. Навык или навыки по профессии [профессия] - [навык (-и)]/ .
(для ввода вручную)
4. Номер 20-ти значного карточного или текущего счета .
5. Место проживания [место постоянной регистрации] .
Предупрежден (а) об ответственности за предоставление недостоверных сведений и документов.
Центр признания профессиональной квалификации [аккредитованный центр признания].
Номер мобильного телефона
Адрес электронной почты (e-mail)
Электронная цифровая подпись
Дата "" 20 года
"#;

/// Labels of Appendix 2 as they stand on its page, from the top down.
const APPENDIX_2: [&str; 40] = [
    "Приложение 2 к Правилам выдачи, финансирования и распределения между регионами Республики Казахстан \
     единоразовых ваучеров на признание профессиональных квалификаций",
    "Форма электронного документа",
    "ИИН/БИН",
    "Заказчик (Центр трудовой мобильности)",
    "(полное наименование, адрес, данные о средствах связи)",
    "Исполнитель (Центр признания профессиональных квалификаций)",
    "(полное наименование, адрес, данные о средствах связи)",
    "АКТ ОКАЗАННЫХ УСЛУГ*",
    "Номер документа",
    "Дата составления",
    "Номер по порядку",
    "Наименование услуг (в разрезе их подвидов в соответствии с технической спецификацией, заданием, графиком \
     оказания услуг при их наличии)",
    "Дата оказания услуг**",
    "Единица измерения",
    "Оказано услуг",
    "количество",
    "цена за единицу",
    "стоимость",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "Итого",
    "х",
    "Приложение: Перечень лиц, прошедших процедуру признания профессиональных квалификаций на",
    "страницах.",
    "Сдал (Исполнитель)",
    "Принял (Заказчик)",
    "должность",
    "подпись",
    "расшифровка подписи",
    "Место печати",
    "Дата подписания (принятия) услуг",
    "Место печати",
    "Примечание:",
    "* Применяется для приемки-передачи оказанных услуг, за исключением строительно-монтажных работ.",
    "** Заполняется в случае, если даты оказанных услуг приходятся на различные периоды, а также в случае, если \
     даты оказания услуг и даты подписания (принятия) услуг различны.",
];

/// Letters and signs of a text, without spaces, lines to write on and the shape of quotation marks.
fn signs(text: &str) -> String {
    common::squeezed(text).chars().filter(|sign| !matches!(sign, '_' | '"' | '«' | '»')).collect()
}

fn raw(name: &str, paper: &Paper, language: Language) -> String {
    let pdf = render(paper, language).unwrap_or_else(|cause| panic!("{name}: {cause}"));
    let place = common::target().join(format!("{name}.pdf"));
    std::fs::write(&place, &pdf.bytes).expect("target/ref can be written");
    String::from_utf8(common::poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &place)).expect("UTF-8")
}

#[test]
fn an_application_nobody_has_filled_in_is_appendix_1_word_for_word() {
    let empty = Paper::Application(Box::default());
    let page = signs(&raw("appendix-1", &empty, Language::Ru));
    let form = signs(APPENDIX_1);
    // What stands at the foot of our page is the name of the paper and the number of the page.
    let foot = signs("Заявление о выдаче единоразового ваучера1 / 1");
    let page = page.replacen(&foot, "", 1);
    let alike = page.chars().zip(form.chars()).take_while(|(one, other)| one == other).count();
    let rest = |text: &str| text.chars().skip(alike.saturating_sub(20)).take(80).collect::<String>();
    assert_eq!(page.trim(), form, "after «{}» the form has «{}»", rest(&page), rest(&form));
}

#[test]
fn an_application_with_values_keeps_every_label_of_appendix_1() {
    let (_, _, paper) = common::references()
        .into_iter()
        .find(|(name, _, _)| name == "application")
        .expect("the application has a reference");
    let page = signs(&raw("appendix-1-filled", &paper, Language::Ru));
    let mut from = 0;
    // The labels are what stands between the brackets of the form.
    for label in APPENDIX_1.split(['[', ']', '\n']).map(signs) {
        let label = label.trim_end_matches(['.', '/']);
        if label.chars().count() < 6
            || label == "профессия"
            || label.starts_with("Дата")
            || label == "навык(-и)"
        {
            continue;
        }
        let hint = [
            "Фамилия,Имя,Отчество",
            "индивидуальный",
            "уровеньквалификации",
            "полноенаименование",
            "информацияэлектронного",
            "аккредитованный",
        ];
        if hint.iter().any(|one| label.starts_with(one)) {
            continue; // A value stands there.
        }
        let at = page.get(from..).and_then(|rest| rest.find(label));
        from +=
            at.unwrap_or_else(|| panic!("«{label}» stands on the page in its place: {page}")) + label.len();
    }
}

#[test]
fn an_act_has_every_label_of_appendix_2_in_its_order() {
    for (name, _, paper) in common::references() {
        if name != "act" {
            continue;
        }
        let page = signs(&raw("appendix-2", &paper, Language::Ru));
        let mut from = 0;
        for label in APPENDIX_2.map(signs) {
            let at = page.get(from..).and_then(|rest| rest.find(&label));
            from += at.unwrap_or_else(|| panic!("«{label}» stands on the page in its place")) + label.len();
        }
        return;
    }
    panic!("the act has a reference");
}
