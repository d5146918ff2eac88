//! Russian.

use super::letter_strings::LetterListStrings;
#[cfg(feature = "ssr")]
use super::letter_strings::LetterStrings;
#[cfg(feature = "ssr")]
use super::parts;
#[cfg(feature = "ssr")]
use super::strings::{AboutStrings, EntryStrings, FrameStrings};
use super::strings::{PageStrings, PopoverStrings};
use super::strings::{RegisterStrings, ShellStrings, Strings, TimelineStrings};
#[cfg(feature = "ssr")]
use dates::Rule;

/// A number and the noun in the form it asks for: 1 письмо, 2 письма, 5 писем, 11 писем.
pub(super) fn plural(count: usize, forms: [&str; 3]) -> String {
    let form = match (count % 10, count % 100) {
        (_, 11..=14) => forms[2],
        (1, _) => forms[0],
        (2..=4, _) => forms[1],
        _ => forms[2],
    };
    [&count.to_string(), " ", form].concat()
}

fn many(count: u32, forms: [&str; 3]) -> String {
    plural(usize::try_from(count).unwrap_or(usize::MAX), forms)
}

/// What is said beside pages.
pub(super) const PAGE: PageStrings = PageStrings {
    unavailable: "Часть издания не удалось получить",
    retry: "Попробовать ещё раз",
    copy_words: "Скопировать ссылку на эти слова",
    copied: "Ссылка скопирована",
};

pub(super) const STRINGS: Strings = Strings {
    #[cfg(feature = "ssr")]
    letter: LetterStrings {
        sent_from: "Отправлено из:",
        sent_to: "Отправлено в:",
        answers: "Ответ на:",
        on_this_page: "На этой странице",
        notes_short: "Примечания",
        names_short: "Имена",
        dates_short: "Даты",
        source_short: "Источник",
        on_paper: "Примечания на бумаге",
        on_paper_where: ["в конце", "после каждого абзаца"],
        share: "Поделиться",
        notes: "Примечания",
        series: ["Примечания автора", "Примечания редактора", "Примечания к тексту"],
        names: "Имена в этом письме",
        dates: "Даты в этом письме",
        source: "Источник",
        key: "Знаки на этой странице",
        key_note: "примечание; открывается рядом со словом",
        key_abbreviation: "Сокращения",
        key_inferred_name: "Имена, определённые программой",
        key_proposed: "Имена, не установленные",
        key_supplied: "[дополнено редактором издания]",
        hide_series: "Скрыть эти примечания",
        entry: "Статья",
        all_mentions: |count| ["Упоминания (", &count.to_string(), ")"].concat(),
        rule: |rule| match rule {
            Rule::Iso => "год, месяц и день цифрами",
            Rule::Numeric => "день цифрами",
            Rule::RomanMonth => "месяц римскими цифрами",
            Rule::MonthName => "месяц назван по имени",
            Rule::MonthYear => "месяц и год",
            Rule::Year => "год",
            Rule::Range => "от одной даты до другой",
            Rule::Season => "время года",
            Rule::Limit => "граница",
            Rule::Decade => "десятилетие или век",
            Rule::DoubleDate => "один день по старому и новому стилю",
            Rule::Relative => "слово, которое отсчитывает от другого дня",
            Rule::Duration => "длительность",
            Rule::Feast => "праздник календаря",
        },
        note_before: "примечание ",
        back_to: |reference| ["назад к месту ", reference].concat(),
        permalink: "Ссылка на этот абзац",
        page: |page| ["с. ", page].concat(),
        page_printed: "Здесь начинается страница печатного издания",
        page_inferred: "В источнике не отмечено: страница следует из сведений об издании",
        signs: [
            "зачёркнуто",
            "вписано",
            "восстановлено",
            "неразборчиво",
            "повреждено",
            "лишнее",
            "дополнено издателем",
            "опущено в сокращении",
            "знак сокращения",
            "другой источник",
            "другой рукой",
        ],
        gap: "пропуск:",
        choices: ["сокращение раскрыто", "современное написание"],
        facsimile: "снимок",
        corrected: "редактор читает",
        no_signature: "Подпись не напечатана.",
        neighbors: "В издании",
        neighbors_between: "В этой переписке",
        previous: "Предыдущее письмо",
        next: "Следующее письмо",
        imprint: [
            "Автор",
            "Первая публикация",
            "Основа текста",
            "Издание",
            "Том и страницы",
            "Перевод",
            "Цифровой текст",
            "Путь письма",
            "Не понято",
        ],
        one_of: "Имеется в виду одно из:",
        all_of: "Имеются в виду все:",
        not_identified: "не установлено",
        identification: "Установлено",
        implied: "прямо не названо",
        sender: "отправитель",
        recipient: "получатель",
        in_this_letter: "В этом письме",
        in_edition: "В издании",
        times_in_text: |times| [&plural(times, ["раз", "раза", "раз"]), " в тексте"].concat(),
        times_in_notes: |times| [&plural(times, ["раз", "раза", "раз"]), " в примечаниях"].concat(),
        times_in_imprint: |times| {
            [&plural(times, ["раз", "раза", "раз"]), " в сведениях об издании"].concat()
        },
        mention_in_text: |number| ["упоминание ", number, ", в тексте"].concat(),
        mention_in_note: |number, note| ["упоминание ", number, ", в примечании ", note].concat(),
        mention_in_imprint: |number| ["упоминание ", number, ", в сведениях об издании"].concat(),
        printed: "Напечатано",
        stated: "В издании",
        duration: |length| {
            parts(length, |count, at| {
                let forms = [
                    ["год", "года", "лет"],
                    ["месяц", "месяца", "месяцев"],
                    ["неделя", "недели", "недель"],
                    ["день", "дня", "дней"],
                ][at];
                plural(usize::from(count), forms)
            })
        },
        no_value: "день назвать нельзя",
    },
    popover: PopoverStrings {
        note: |label| ["Примечание ", label].concat(), close: "Закрыть"
    },
    #[cfg(feature = "ssr")]
    about: AboutStrings {
        keep: "Сохранить издание, чтобы читать без сети",
        one_file: [
            "В этом файле письма стоят одно под другим. Для указателей, хроники и карточек нужен браузер, выполняющий скрипты.",
            "Письма в этом файле сжаты. Чтобы читать их, откройте файл в браузере, выполняющем скрипты.",
        ],
        rights: "Источник и права",
        contents: "Состав",
        letters: |count| plural(count, ["письмо", "письма", "писем"]),
        dates: |count| plural(count, ["дата", "даты", "дат"]),
        editors: "Редакторы",
        left_out: "Эти файлы не удалось прочитать, их здесь нет:",
        sources: "Исходные файлы издания",
        reading: "Как читать",
        reading_how: [
            "Надстрочное число указывает на примечание. Наведите на него указатель, коснитесь его или нажмите Enter — примечание откроется рядом со своими словами. Все примечания стоят и под письмом.",
            "Подчёркнутые слова называют лиц, места, организации, произведения и события; наведите указатель или коснитесь, чтобы узнать, кто или что имеется в виду. В настройках («Aa») имена можно показать без выделения или сделать доступными клавишей Tab.",
            "Даты в тексте ведут к хронологии, а каждая отметка там — обратно к своим словам.",
        ],
        origins: "Кто это говорит",
        origins_how: [
            "Слова печатного источника стоят так, как напечатаны, вместе с опечатками.",
            "Добавленное или исправленное редактором названо редакторским, с указанием причины.",
            "Выведенное программой, например опущенный год, названо выведенным, с правилом и точкой отсчёта.",
        ],
        keys: "Клавиши",
        key_list: [
            ("Tab", "к следующему примечанию или ссылке"),
            ("Enter", "открывает примечание и переходит в него"),
            ("Esc", "закрывает открытое последним"),
            ("← →", "по хронологии"),
        ],
    },
    #[cfg(feature = "ssr")]
    search: super::search_strings::RU,
    #[cfg(feature = "ssr")]
    frame: FrameStrings {
        skip: "Перейти к тексту",
        letter: "Письмо",
        search: "Поиск",
        about: "Об издании",
        navigation: "Издание",
        not_found: "По этому адресу страницы нет.",
        settings: "Настройки чтения",
        theme: "Цвета",
        themes: ["Как в системе", "Светлые", "Тёмные"],
        size: "Размер текста",
        sizes: ["Мелкий", "Средний", "Крупный", "Самый крупный"],
        names: "Имена в тексте",
        names_shown: ["Без выделения", "Подчёркнуты", "Подчёркнуты и доступны клавишей Tab"],
        layer: "Текст",
        layers: ["для чтения", "как на бумаге"],
        language: "Язык интерфейса",
        waiting: "Эта часть издания загружается …",
        footer: "Сделано в Letterbook.",
    },
    shell: ShellStrings {
        letters: "Письма",
        years: "Годы",
        chronology: "Хронология",
        persons: "Лица",
        places: "Места",
        organisations: "Организации",
        works: "Произведения",
        events: "События",
        offices: "Должности",
        failed: "Издание не удалось открыть.",
        failed_foreign: "Данные этой страницы не являются изданием Letterbook.",
        failed_version: |found, expected| {
            [
                "Данные имеют формат ",
                &found.to_string(),
                ", эта страница читает формат ",
                &expected.to_string(),
                ".",
            ]
            .concat()
        },
        unavailable_parts: |files| {
            ["Не хватает или повреждено: ", files, ". Остальное можно читать дальше."].concat()
        },
        failed_truncated: "Данные обрываются: они загружены не до конца.",
        failed_damaged: "Данные повреждены: контрольная сумма не совпадает.",
    },
    letters: LetterListStrings {
        from_to: |from, to| [from, " — ", to].concat(),
        unknown: "неизвестно",
        correspondence: "Вся переписка",
        filters: "Показать только",
        facets: ["От", "К", "Переписка", "Год", "Откуда", "Язык"],
        any: "Все",
        order: "Порядок",
        orders: ["Сначала ранние", "Сначала поздние", "По отправителю", "По адресату"],
        found: |shown, all| {
            if shown == all {
                plural(all, ["письмо", "письма", "писем"])
            } else {
                ["Писем: ", &shown.to_string(), " из ", &all.to_string()].concat()
            }
        },
        nothing: "Ни одно письмо не подходит ко всему этому.",
        clear: "Показать снова все",
        between: |one, other| [one, " — ", other].concat(),
        gap: |length| [length, " без писем"].concat(),
        on_timeline: "На шкале времени",
        undated: "без даты",
        from: "отправитель:",
        to: "адресат:",
        origins: ["как напечатано", "от редактора", "выведено программой"],
    },
    register: RegisterStrings {
        look_up: "Найти имя",
        found: |shown, all| {
            if shown == all {
                plural(all, ["запись", "записи", "записей"])
            } else {
                [&shown.to_string(), " из ", &all.to_string()].concat()
            }
        },
        nothing: "Ничто не отвечает всем условиям.",
        clear: "Снова показать всё",
        columns: ["Имя", "Даты", "Отправлено", "Получено", "Упомянуто", "Письма за"],
        place_columns: ["Отправлено отсюда", "Получено здесь"],
        filters: "Показать только",
        role: "Роль",
        roles: ["Любая", "Отправитель", "Адресат", "Только упоминается"],
        period: "Письма за",
        any_period: "Любое время",
        decade: |first| [&first.to_string(), "-е"].concat(),
        century: |first| [&first.to_string(), "–", &first.saturating_add(99).to_string()].concat(),
        identified: "Авторитетные файлы",
        identifieds: ["Все", "Есть в них", "Нет в них"],
        unmentioned: |count| ["ещё ", &count.to_string(), " без упоминаний в письмах"].concat(),
        initials: "По первой букве",
        see: "см.",
        found_by: "также",
    },
    #[cfg(feature = "ssr")]
    entry: EntryStrings {
        not_found: "Такой записи в издании нет",
        not_found_id: |id| {
            ["Ничто в нём не названо «", id, "». Возможно, в указателе есть другое имя:"].concat()
        },
        other_names: "Другие имена",
        authorities: "В авторитетных файлах",
        relations: [
            "Автор",
            "Кто занимал",
            "Часть целого",
            "Части",
            "Должности",
            "Организации",
            "Лица",
            "Произведения",
            "События",
            "Места",
        ],
        sent: ["Отправленные письма", "Письма, отправленные отсюда"],
        received: ["Полученные письма", "Письма, полученные здесь"],
        in_text: "Упоминания в письмах",
        in_notes: "Упоминания в примечаниях",
        in_imprint: "В сведениях о печатном издании",
        nowhere: "Ни одно письмо этого издания о нём не упоминает.",
        years: "По годам",
        sent_count: |count| ["отправлено: ", &count.to_string()].concat(),
        received_count: |count| ["получено: ", &count.to_string()].concat(),
        mention_count: |count| plural(count, ["упоминание", "упоминания", "упоминаний"]),
        note: |label| ["примечание ", label].concat(),
    },
    timeline: TimelineStrings {
        kinds: ["письмо написано", "письмо получено", "упомянуто в письме", "в примечании", "в печати"],
        in_note: |label| ["в примечании ", label].concat(),
        lanes: ["Написаны письма", "Получены письма", "В письмах", "В примечаниях", "Печать"],
        lane_from: |who| ["От: ", who].concat(),
        lane_to: |who| ["Кому: ", who].concat(),
        kinds_label: "Показать",
        axis: "Ось дат. Стрелки — к соседней, Page Up и Page Down — через десять, Enter — внутрь, Backspace — наружу, Shift со стрелкой выделяет промежуток.",
        dates: |count| many(count, ["дата", "даты", "дат"]),
        possible: |count| ["возможно ещё ", &count.to_string()].concat(),
        lasting: |count| ["внутри ", &many(count, ["промежутка", "промежутков", "промежутков"])].concat(),
        nothing: "дат нет",
        lengths: [
            |count| many(count, ["день", "дня", "дней"]),
            |count| many(count, ["месяц", "месяца", "месяцев"]),
            |count| many(count, ["год", "года", "лет"]),
        ],
        folded: "свёрнуто",
        undated: "Без даты",
        undated_why: ["в письме нет даты", "слова не дают значения"],
        from_to: ["С", "По"],
        field_hint: "Год, месяц или день: 1921, 1921-03, 1921-03-17 или 17.3.1921",
        field_wrong: "Это не дата. Напишите 1921, 1921-03 или 1921-03-17.",
        with: ["Корреспондент", "Все"],
        scale: ["Деление", "Автоматически"],
        scales: ["день", "неделя", "месяц", "квартал", "год", "5 лет", "десятилетие"],
        fold: "Сворачивать пустоты",
        table: "Показать таблицей",
        table_heads: ["Время", "Возможно", "Промежутки"],
        up: "Шире",
        enter_picked: "Только эти дни",
        reset: "Все даты",
        around: "Около этой даты",
        status: |listed, all| {
            if listed == all {
                return many(all, ["дата", "даты", "дат"]);
            }
            [&listed.to_string(), " из ", &many(all, ["даты", "дат", "дат"])].concat()
        },
        too_fine: "Делений было бы слишком много. Сначала выберите время покороче; пока деление —",
        in_words: "По порядку",
        places: ["в письме", "в строках о печати"],
        counted_from: [
            |date| ["отсчитано от даты письма, ", date].concat(),
            |date| ["отсчитано от предыдущей даты, ", date].concat(),
        ],
        taken_from: [
            |date| ["ненапечатанное взято из даты письма, ", date].concat(),
            |date| ["ненапечатанное взято из предыдущей даты, ", date].concat(),
        ],
        counted_back: |date| {
            ["отсчитано назад от даты письма, ", date, "; слова называют только длительность"].concat()
        },
        certainties: ["вероятно", "предположительно", "не точно"],
        old_style: |date| ["старый стиль: ", date].concat(),
        no_style: "старый или новый стиль, не указано",
        all: |count| ["все ", &count.to_string()].concat(),
        rest: |count| ["Показать ещё ", &count.to_string()].concat(),
        empty: "Здесь дат нет.",
    },
};
