//! Given names: one name in several languages and in short, and whether a man or a woman bears it.

use super::propose::among;
use std::collections::BTreeMap;

/// Names that men bear; each with its other forms. Words that mean something else as often (`Mark`, `Will`) are
/// left out.
const OF_MEN: &str = "Adam|Adolf Adolph Adolphe Адольф|Albert Alberto Альберт|Alexander Alexandre Alessandro Aleksandr Alexandr \
    Александр|Alfred Альфред|Andreas Andrew André Andrei Andrej Андрей|Anton Anthony Antoine Antonio Антон|Arnold|Arthur Artur \
    Артур|August Augustus|Benjamin Вениамин|Bernhard Bernard|Bruno|Christoph Christopher Christophe|Daniel Даниил|David Давид|Dmitri Dmitry \
    Дмитрий|Eduard Edward Edouard Édouard Эдуард|Emil Émile Emile|Ernst Ernest|Eugen Eugene Eugène Евгений|Felix|Ferdinand \
    Fernand|Franz Francis François Francesco|Friedrich Frederick Frederic Frédéric Federico Fritz Fred Фридрих|Gabriel|Georg \
    George Georges Giorgio Георгий|Gottfried Geoffrey|Gottlieb|Gregor Gregory Grégoire Grigori Григорий|Gustav Gustave|Hans \
    Johann Johannes John Jean Giovanni Juan Ivan Jan Jack Иван|Heinrich Henry Henri Enrico Heinz Harry Генрих|Hermann Herman \
    Герман|Hugo Hugh Hugues|Ignaz Ignatius Ignace|Jakob Jacob Jacques James Giacomo Яков|Joachim|Joseph Josef Giuseppe \
    Иосиф|Julius Jules|Karl Carl Charles Carlo Карл|Konrad Conrad|Konstantin Constantine Constantin Константин|Leo Léon Leon \
    Lev Лев|Leopold Léopold|Leonhard Leonard Léonard|Lorenz Lawrence Laurence Laurent|Ludwig Louis Lewis Luigi \
    Людвиг|Martin|Matthias Matthew Mathieu Матвей|Max Maximilian|Michael Michel Mikhail Михаил|Moritz Maurice|Nikolaus \
    Nicholas Nicolas Nikolai Nicolai Николай|Oskar Oscar|Otto|Paul Paolo Pablo Pavel Павел|Peter Pierre Pietro Pedro Pyotr \
    Pjotr Пётр Петр|Philipp Philip Philippe Filippo Филипп|Richard|Robert Roberto|Rudolf Rudolph Rodolphe|Samuel \
    Самуил|Sebastian Sébastien|Sergei Sergey Serge Сергей|Sigmund Siegmund Sigismund|Simon Семён|Stefan Stephan Stephen \
    Étienne Степан|Theodor Theodore Théodore Fyodor Fjodor Fedor Фёдор Федор|Thomas Tom Фома|Vasily Basil Wassily \
    Василий|Viktor Victor Виктор|Vincent Vincenz Vincenzo|Vladimir Wladimir Владимир|Walter Walther|Wilhelm William Guillaume \
    Willem Willi Willy Вильгельм|Wolfgang";

/// Names that women bear.
const OF_WOMEN: &str = "Adelheid Adelaide Adele Adèle|Agnes Agnès|Alexandra Александра|Alice|Amalie Amalia Amelia Amélie|Anna Anne \
    Ann Annie Анна|Antonie Antonia|Barbara Варвара|Beatrice Béatrice|Bertha Berta Berthe|Bettina Bettine|Caroline Karoline \
    Carolina Karolina|Cäcilie Cecilia Cécile|Charlotte Lotte|Christiane Christine Christina|Clara Klara \
    Claire|Cornelia|Dorothea Dorothy Dorothée|Eleonore Eleanor Leonora Éléonore|Elisabeth Elizabeth Élisabeth Eliza Elise Lisa \
    Betty Lizzie Елизавета|Emilie Emily Émilie Emilia|Emma|Ernestine|Eva Eve|Franziska Frances Françoise Francesca \
    Fanny|Friederike Frederica|Gertrud Gertrude|Hedwig|Helene Helen Hélène Helena Elena Ellen Елена|Henriette Henrietta \
    Harriet|Ida|Irene Irina Ирина|Jenny|Johanna Jane Jeanne Joan Joanna|Josephine Josefine|Julia Julie Юлия|Katharina \
    Catharina Catherine Katherine Kate Kitty Käthe Екатерина|Laura|Louise Luise Louisa|Lucie Lucy Lucia|Lydia Лидия|Margarete \
    Margarethe Margaret Marguerite Grete Маргарита|Maria Marie Mary Мария|Martha Marthe|Mathilde Matilda|Nadezhda Nadeschda \
    Надежда|Natalie Natalia Наталья|Nina|Olga Ольга|Ottilie|Paula Pauline|Rahel Rachel|Rebecca|Sarah Sara|Sophie Sophia \
    Софья|Susanna Susan Suzanne|Tatiana Татьяна|Therese Theresa Thérèse|Ulrike|Ursula|Victoria Viktoria|Wilhelmine Wilhelmina";

/// Whom a form of address speaks of, in capitals.
const MASTERS: &str = "MR HERR HERRN SIR LORD COUNT GRAF MONSIEUR UNCLE ONKEL ГОСПОДИН Г-Н";
const MISTRESSES: &str = "MRS MISS LADY COUNTESS FRAU FRÄULEIN GRÄFIN MADAME MADEMOISELLE MME MLLE AUNT TANTE WIDOW WITWE ГОСПОЖА Г-ЖА";

/// Who bears a name, or is addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Man,
    Woman,
}

/// A given name, however it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GivenName {
    /// The same for all its forms.
    row: usize,
    pub(super) sex: Sex,
}

/// The given names that are known, by their words in capitals.
#[derive(Debug)]
pub(super) struct GivenNames(BTreeMap<String, GivenName>);

impl GivenNames {
    pub(super) fn known() -> Self {
        let men = OF_MEN.split('|').map(|row| (row, Sex::Man));
        let women = OF_WOMEN.split('|').map(|row| (row, Sex::Woman));
        let rows = men.chain(women).enumerate();
        let words = rows.flat_map(|(row, (words, sex))| {
            words.split_whitespace().map(move |word| (word.to_uppercase(), GivenName { row, sex }))
        });
        Self(words.collect())
    }

    /// The given name that a word in capitals is.
    pub(super) fn of(&self, word: &str) -> Option<GivenName> {
        self.0.get(word).copied()
    }
}

/// Whom a form of address speaks of, where it says so; with or without its stop.
pub(super) fn addressed(word: &str) -> Option<Sex> {
    let word = word.trim_end_matches('.').to_uppercase();
    match (among(MASTERS, &word), among(MISTRESSES, &word)) {
        (true, _) => Some(Sex::Man),
        (_, true) => Some(Sex::Woman),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{GivenNames, Sex, addressed};

    #[test]
    fn a_name_is_one_in_all_languages() {
        let names = GivenNames::known();
        assert_eq!(names.of("KARL"), names.of("CHARLES"));
        assert_ne!(names.of("KARL"), names.of("WILHELM"));
        assert_eq!(names.of("WILHELMINE").map(|name| name.sex), Some(Sex::Woman));
        assert_eq!(names.of("MARK"), None);
    }

    #[test]
    fn forms_of_address_say_whom() {
        assert_eq!(
            ["Mrs.", "FRAU", "Mr", "Dr."].map(addressed),
            [Some(Sex::Woman), Some(Sex::Woman), Some(Sex::Man), None]
        );
    }
}
