//! Dates in the words of four languages.

use dates::{DateForm, Language, display, names, parse_edtf};
use expect_test::expect;

#[test]
fn dates_in_four_languages() {
    let mut out = String::new();
    for text in [
        "1921-03-17",
        "1921-03-01",
        "1921-03",
        "1921",
        "1916-22",
        "1919/1920",
        "1899-03-08/1899-03-12",
        "1899-03-08/1899-04-02",
        "1899-12-30/1900-01-02",
        "1899-03/1899-05",
        "[1899-03-08..1899-03-12]",
        "[1809-01-01..1809-01-31]",
        "[1809-01-01..1809-01-30]",
        "[1809-01-01..1809-12-31]",
        "1902-05-02/1902-12",
        "[1926..]",
        "[..1921-08-18]",
        "[1890-09-02,1890-09-06]",
        "{1667,1668,1670..1672}",
        "1926/..",
        "../1985-04",
        "1985/",
        "/1985",
        "1850~",
        "1877-02?",
        "1817-05%",
        "1854-03-?19",
        "?1921-~03-17",
        "1854-03-XX",
        "1985-XX-XX",
        "185X",
        "18XX",
        "XXXX-05-12",
        "XXXX",
        "1984-1X",
        "1984-01-2X",
        "-0067",
        "-0067/0010",
        "Y170000002",
    ] {
        out += &format!("{text}\n");
        for language in Language::ALL {
            let date = parse_edtf(text).expect(text);
            out += &format!("    {}\n", display(&date, names(language), DateForm::Long));
        }
    }
    expect![[r#"
        1921-03-17
            17 March 1921
            17. März 1921
            17 mars 1921
            17 марта 1921 г.
        1921-03-01
            1 March 1921
            1. März 1921
            1er mars 1921
            1 марта 1921 г.
        1921-03
            March 1921
            März 1921
            mars 1921
            март 1921 г.
        1921
            1921
            1921
            1921
            1921 г.
        1916-22
            summer 1916
            Sommer 1916
            été 1916
            лето 1916 г.
        1919/1920
            1919–1920
            1919–1920
            1919–1920
            1919–1920 гг.
        1899-03-08/1899-03-12
            8–12 March 1899
            8.–12. März 1899
            8–12 mars 1899
            8–12 марта 1899 г.
        1899-03-08/1899-04-02
            8 March – 2 April 1899
            8. März – 2. April 1899
            8 mars – 2 avril 1899
            8 марта – 2 апреля 1899 г.
        1899-12-30/1900-01-02
            30 December 1899 – 2 January 1900
            30. Dezember 1899 – 2. Januar 1900
            30 décembre 1899 – 2 janvier 1900
            30 декабря 1899 г. – 2 января 1900 г.
        1899-03/1899-05
            March–May 1899
            März–Mai 1899
            mars–mai 1899
            март–май 1899 г.
        [1899-03-08..1899-03-12]
            between 8 and 12 March 1899
            zwischen 8. und 12. März 1899
            entre 8 et 12 mars 1899
            не ранее 8 и не позднее 12 марта 1899 г.
        [1809-01-01..1809-01-31]
            January 1809
            Januar 1809
            janvier 1809
            январь 1809 г.
        [1809-01-01..1809-01-30]
            between 1 and 30 January 1809
            zwischen 1. und 30. Januar 1809
            entre 1er et 30 janvier 1809
            не ранее 1 и не позднее 30 января 1809 г.
        [1809-01-01..1809-12-31]
            1809
            1809
            1809
            1809 г.
        1902-05-02/1902-12
            2 May – December 1902
            2. Mai – Dezember 1902
            2 mai – décembre 1902
            2 мая – декабрь 1902 г.
        [1926..]
            1926 or later
            1926 oder später
            1926 ou plus tard
            не ранее 1926 г.
        [..1921-08-18]
            18 August 1921 or earlier
            18. August 1921 oder früher
            18 août 1921 ou plus tôt
            не позднее 18 августа 1921 г.
        [1890-09-02,1890-09-06]
            2 September 1890 or 6 September 1890
            2. September 1890 oder 6. September 1890
            2 septembre 1890 ou 6 septembre 1890
            2 сентября 1890 г. или 6 сентября 1890 г.
        {1667,1668,1670..1672}
            1667, 1668 and 1670–1672
            1667, 1668 und 1670–1672
            1667, 1668 et 1670–1672
            1667 г., 1668 г. и 1670–1672 гг.
        1926/..
            from 1926 on
            ab 1926
            à partir de 1926
            начиная с 1926 г.
        ../1985-04
            until April 1985
            bis April 1985
            jusqu’à avril 1985
            до апреля 1985 г.
        1985/
            1985 – unknown
            1985 – unbekannt
            1985 – inconnu
            1985 г. – неизвестно
        /1985
            unknown – 1985
            unbekannt – 1985
            inconnu – 1985
            неизвестно – 1985 г.
        1850~
            about 1850
            um 1850
            vers 1850
            ок. 1850 г.
        1877-02?
            February 1877?
            Februar 1877?
            février 1877?
            февраль 1877 г.?
        1817-05%
            about May 1817?
            um Mai 1817?
            vers mai 1817?
            ок. мая 1817 г.?
        1854-03-?19
            19 March 1854 (day uncertain)
            19. März 1854 (Tag unsicher)
            19 mars 1854 (jour à vérifier)
            19 марта 1854 г. (день под вопросом)
        ?1921-~03-17
            17 March 1921 (year uncertain, month approximate)
            17. März 1921 (Jahr unsicher, Monat ungefähr)
            17 mars 1921 (année à vérifier, mois environ)
            17 марта 1921 г. (год под вопросом, месяц приблизительно)
        1854-03-XX
            March 1854 (day unknown)
            März 1854 (Tag unbekannt)
            mars 1854 (jour à déterminer)
            март 1854 г. (день неизвестен)
        1985-XX-XX
            1985 (month unknown, day unknown)
            1985 (Monat unbekannt, Tag unbekannt)
            1985 (mois à déterminer, jour à déterminer)
            1985 г. (месяц неизвестен, день неизвестен)
        185X
            1850s
            1850er Jahre
            années 1850
            1850-е гг.
        18XX
            1800–1899
            1800–1899
            1800–1899
            1800–1899
        XXXX-05-12
            12 May (year unknown)
            12. Mai (Jahr unbekannt)
            12 mai (année à déterminer)
            12 мая (год неизвестен)
        XXXX
            (year unknown)
            (Jahr unbekannt)
            (année à déterminer)
            (год неизвестен)
        1984-1X
            October–December 1984
            Oktober–Dezember 1984
            octobre–décembre 1984
            октябрь–декабрь 1984 г.
        1984-01-2X
            20–29 January 1984
            20–29. Januar 1984
            20–29 janvier 1984
            20–29 января 1984 г.
        -0067
            68 B.C.
            68 v. Chr.
            68 av. J.-C.
            68 до н. э.
        -0067/0010
            68 B.C.–10
            68 v. Chr.–10
            68 av. J.-C.–10
            68 до н. э.–10 гг.
        Y170000002
            170000002
            170000002
            170000002
            170000002 г.
    "#]]
    .assert_eq(&out);
}

#[test]
fn short_dates() {
    let short = |text, language| display(&parse_edtf(text).expect(text), names(language), DateForm::Short);
    assert_eq!(short("1921-03-17", Language::En), "17 Mar 1921");
    assert_eq!(short("1921-01-17", Language::De), "17. Jan. 1921");
    assert_eq!(short("1921-01-01", Language::Fr), "1er janv. 1921");
    assert_eq!(short("1921-01-17", Language::Ru), "17 янв. 1921 г.");
}
