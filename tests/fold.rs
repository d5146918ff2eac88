//! A typed name is folded in the browser as the names were folded when the edition was built: one table, both sides.

const NAMES: &[(&str, &str)] = &[
    ("Joffe", "joffe"),
    ("A. A. JOFFE", "a a joffe"),
    ("  A.\u{a0}A.  Joffe ", "a a joffe"),
    ("Weiß", "weiss"),
    ("Groſſe", "grosse"),
    ("Müller-Lüdenscheidt", "muller ludenscheidt"),
    ("Mu\u{308}ller", "muller"),
    ("Œuvres d’Ægidius", "oeuvres daegidius"),
    ("O'Brien", "obrien"),
    ("R.C.P.(B.)", "r c p b"),
    ("Ørsted", "orsted"),
    ("Łódź", "lodz"),
    ("İnönü", "inonu"),
    ("Иоффе, Адольф", "иоффе адольф"),
    ("Йоффе", "иоффе"),
    ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
    ("Nguyễn Ái Quốc", "nguyen ai quoc"),
    ("太郎", "太郎"),
    ("", ""),
];

fn folds_as_the_index_does() {
    for (typed, folded) in NAMES {
        assert_eq!(viewer::web::fold(typed), *folded, "{typed}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn natively() {
    folds_as_the_index_does();
}

#[cfg(target_arch = "wasm32")]
mod browser {
    wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test::wasm_bindgen_test]
    fn in_a_browser() {
        super::folds_as_the_index_does();
    }
}
