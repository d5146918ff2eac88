//! Russian.

use super::strings::{ShellStrings, Strings};

pub(super) const STRINGS: Strings = Strings {
    shell: ShellStrings {
        skip: "Перейти к тексту",
        letter: "Письмо",
        chronology: "Хронология",
        persons: "Лица",
        places: "Места",
        organisations: "Организации",
        works: "Произведения",
        events: "События",
        offices: "Должности",
        about: "Об издании",
        navigation: "Издание",
        not_found: "По этому адресу страницы нет.",
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
        failed_truncated: "Данные обрываются: они загружены не до конца.",
        failed_damaged: "Данные повреждены: контрольная сумма не совпадает.",
    },
};
