//! The words that letters are made of: a few hundred sentences, put together from parts, among rows of made words.

use super::lexicon::{self, Lexicon};
use super::random::Random;

/// The parts of sentences in one language.
#[derive(Debug)]
pub(super) struct Words {
    /// BCP 47.
    pub(super) tag: &'static str,
    /// Names of months.
    pub(super) months: [&'static str; 12],
    /// Between day, month and year.
    pub(super) around_day: [&'static str; 2],
    pub(super) salutes: &'static [&'static str],
    pub(super) closers: &'static [&'static str],
    /// Who does something.
    subjects: &'static [&'static str],
    /// What is done.
    verbs: &'static [&'static str],
    /// To what.
    objects: &'static [&'static str],
    /// When or how.
    adverbs: &'static [&'static str],
    /// Before the name of a person, a place, a work, in a sentence that ends after it.
    pub(super) person: &'static [&'static str],
    pub(super) place: &'static [&'static str],
    pub(super) work: &'static [&'static str],
    /// Before a date.
    pub(super) date: &'static [&'static str],
    /// Sentences of notes.
    pub(super) notes: &'static [&'static str],
    /// Between sender and addressee in a title.
    pub(super) to: &'static str,
    /// All other words.
    lexicon: Lexicon,
}

/// Of a hundred sentences, how many are of made words.
const MADE: usize = 80;

impl Words {
    /// A sentence with its stop; and how many words it has.
    pub(super) fn sentence(&self, random: &mut Random) -> (String, usize) {
        if random.percent(MADE) {
            let count = 6 + random.below(9);
            return (self.lexicon.row(count, random) + ".", count);
        }
        let mut parts = vec![random.one(self.subjects), random.one(self.verbs), random.one(self.objects)];
        if random.percent(60) {
            parts.push(random.one(self.adverbs));
        }
        let sentence = parts.join(" ");
        let count = sentence.split(' ').count();
        (sentence + ".", count)
    }
}

/// German, English, French: as often as the letters of their time have them.
pub(super) const LANGUAGES: [Words; 3] = [
    Words {
        tag: "de",
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        around_day: [". ", " "],
        salutes: &["Lieber Freund,", "Verehrte Frau,", "Mein Bester,", "Hochgeehrter Herr!", "Liebe,"],
        closers: &["Mit herzlichem Gruß", "Ihr ergebener", "Stets der Ihre", "In Eile, aber herzlich"],
        subjects: &[
            "Der Müller",
            "Die Nachbarin",
            "Mein Bruder",
            "Das Wetter",
            "Unser Garten",
            "Ein Brief aus der Stadt",
            "Die Arbeit am dritten Heft",
            "Niemand hier im Haus",
            "Der alte Setzer",
            "Was Sie mir neulich schrieben",
        ],
        verbs: &["hat", "bringt", "verändert", "verspricht", "vergißt", "erträgt", "lobt", "stört"],
        objects: &[
            "die ganze Gesellschaft",
            "das halbe Dorf",
            "unsere Pläne für den Sommer",
            "jeden guten Vorsatz",
            "die Korrektur der ersten Bogen",
            "meine Geduld",
            "den Rest der Woche",
            "alles, was wir besprochen haben",
        ],
        adverbs: &[
            "ohne ein Wort",
            "wie in jedem Jahr",
            "und das mit Recht",
            "seit der letzten Post",
            "zum Glück",
        ],
        person: &["Gestern sprach ich mit", "Grüßen Sie mir", "Lange nichts gehört von", "Hier war auch"],
        place: &["Wir reisen nächste Woche nach", "Das Paket ging zuerst nach", "Noch immer denke ich an"],
        work: &["Gelesen habe ich endlich", "Schicken Sie mir doch", "Wenig Freude macht mir"],
        date: &["Ihr Brief ist vom", "Die Probe war am", "Antworten Sie bitte bis zum"],
        notes: &[
            "Der Brief ist nicht überliefert.",
            "Gemeint ist wohl die zweite Auflage.",
            "Am Rand von anderer Hand wiederholt.",
            "Vgl. den vorigen Brief.",
        ],
        to: "an",
        lexicon: lexicon::GERMAN,
    },
    Words {
        tag: "en",
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        around_day: [" ", " "],
        salutes: &["Dear friend,", "My dear,", "Dear Sir,", "Dear Madam,"],
        closers: &["With best wishes,", "Ever yours,", "Yours in haste,", "Believe me yours truly,"],
        subjects: &[
            "The printer",
            "My sister",
            "Nobody in the house",
            "The parcel from the harbour",
            "Your last page",
            "The whole street",
            "An old coat",
            "What the doctor said",
            "The first frost",
            "Our common friend",
        ],
        verbs: &["has changed", "spoils", "will carry", "promised", "never mentions", "has cost me", "mends"],
        objects: &[
            "the plan of the autumn",
            "half of the garden",
            "a good deal of patience",
            "the proofs on my table",
            "every hour of the day",
            "all that we agreed upon",
            "the rest of the summer",
            "two pages of the draft",
        ],
        adverbs: &[
            "without a word",
            "as it does every year",
            "and rightly so",
            "since the last post",
            "at last",
        ],
        person: &["Yesterday I met", "Remember me to", "There is no news of", "With us was also"],
        place: &["Next week we go to", "The trunk was sent to", "I still think of"],
        work: &["At last I have read", "Do send me", "I take little pleasure in"],
        date: &["Your letter is dated", "The rehearsal was on", "Please answer before"],
        notes: &[
            "The letter has not come down to us.",
            "Probably the second edition is meant.",
            "Repeated in the margin by another hand.",
            "See the letter before.",
        ],
        to: "to",
        lexicon: lexicon::ENGLISH,
    },
    Words {
        tag: "fr",
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        around_day: [" ", " "],
        salutes: &["Cher ami,", "Chère Madame,", "Cher Monsieur,", "Mon cher,"],
        closers: &["Bien à vous,", "Votre dévoué,", "Mille amitiés,"],
        subjects: &[
            "Le facteur",
            "Ma cousine",
            "La pluie",
            "Votre dernière page",
            "Le vieux moulin",
            "Personne ici",
            "Ce que disait le médecin",
            "Le premier acte",
            "Notre voisin du port",
        ],
        verbs: &["gâte", "promet", "oublie", "apporte", "change", "supporte", "corrige"],
        objects: &[
            "tout le projet de l'hiver",
            "la moitié du jardin",
            "les épreuves sur ma table",
            "le reste de la semaine",
            "chaque bonne résolution",
            "les deux chapitres du début",
        ],
        adverbs: &["sans un mot", "comme tous les ans", "enfin", "depuis le dernier courrier"],
        person: &["Hier j'ai vu", "Saluez pour moi", "Aucune nouvelle de"],
        place: &["Nous allons bientôt à", "La malle est partie pour", "Je pense encore à"],
        work: &["J'ai lu enfin", "Envoyez-moi donc", "Peu de plaisir avec"],
        date: &["Votre lettre est du", "La répétition était le", "Répondez avant le"],
        notes: &[
            "La lettre n'est pas conservée.",
            "Sans doute la deuxième édition.",
            "Voir la lettre précédente.",
        ],
        to: "à",
        lexicon: lexicon::FRENCH,
    },
];
