//! An edition in which every field holds every injection.
//!
//! Each injection has a letter in TEI, in Markdown and as printed, an entry in `register.toml` and one in a TEI register;
//! what an edition has once, holds them all in a row. In XML, YAML and TOML they are escaped, so that they arrive as text.

use super::escaped;

/// The files, each with its name.
pub(super) fn files(list: &[&str]) -> Vec<(String, String)> {
    let all = list.join(" ");
    let mut files = vec![
        ("letterbook.toml".to_owned(), config(&all)),
        ("register.toml".to_owned(), register(list, &all)),
        ("letters/register.xml".to_owned(), tei_register(list)),
    ];
    for (number, injection) in list.iter().enumerate() {
        files.push((format!("letters/tei-{number:03}.xml"), tei(number, &escaped(injection))));
        files.push((format!("letters/markdown-{number:03}.md"), markdown(number, injection)));
        files.push((format!("letters/printed-{number:03}.txt"), printed(injection)));
    }
    files
}

/// A text in quotation marks, as JSON, YAML and TOML read it alike.
fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string().replace('\u{7f}', "\\u007f")
}

fn config(all: &str) -> String {
    let all = quoted(all);
    format!(
        "title = {all}\ndescription = {all}\nlanguage = {all}\nlicence = {all}\neditors = [{all}]\nsources = [\"letters\"]\n"
    )
}

fn register(list: &[&str], all: &str) -> String {
    let all = quoted(all);
    let mut out = format!("[edition]\ntitle = {all}\nlanguage = {all}\nrights = [{all}]\n\n");
    for (number, injection) in list.iter().enumerate() {
        let words = quoted(injection);
        for kind in ["person", "place", "organisation", "work", "event"] {
            out += &format!(
                "[[{kind}]]\nid = \"{kind}{number:03}\"\nname = {words}\nsort = {words}\nlookup = [{words}]\nabout = {words}\n\
                 ids = {{ wikidata = {words}, gnd = {words}, viaf = {words}, geonames = {words}, {words} = {words} }}\n\n"
            );
        }
        // One whose identifier is the injection itself.
        out += &format!("[[person]]\nid = {words}\nname = {words}\nforms = [{words}]\n\n");
        out += &format!("[[abbreviation]]\nshort = {words}\nlong = {words}\n\n");
        out += &format!(
            "[[letter]]\nfile = \"printed-{number:03}.txt\"\nlanguage = {words}\nrights = [{words}]\nfrom = \"person{number:03}\"\n\
             sent_from = {{ place = \"place{number:03}\", cert = \"low\", reason = {words} }}\n\n"
        );
        out += &format!(
            "[[mention]]\nletter = \"printed-{number:03}\"\nblock = \"p1\"\nsurface = \"miller\"\nentry = \"person{number:03}\"\nreason = {words}\n\n"
        );
        out += &format!(
            "[[correction]]\nletter = \"printed-{number:03}\"\nblock = \"p1\"\nsic = \"teh\"\ncorr = {words}\nreason = {words}\n\n"
        );
    }
    out
}

fn tei_register(list: &[&str]) -> String {
    let mut entries = [String::new(), String::new(), String::new()];
    for (number, injection) in list.iter().enumerate() {
        let words = escaped(injection);
        entries[0] += &format!(
            "<person xml:id=\"tei-person{number:03}\"><persName>{words}</persName><persName>other {words}</persName>\
             <birth when=\"{words}\">{words}</birth><occupation>{words}</occupation><note>{words}</note>\
             <idno type=\"{words}\">{words}</idno><idno type=\"gnd\">https://d-nb.info/gnd/{words}</idno></person>\n\
             <person xml:id=\"x{words}\"><persName>{words}</persName></person>\n"
        );
        entries[1] += &format!(
            "<place xml:id=\"tei-place{number:03}\"><placeName>{words}</placeName><location><geo>{words}</geo></location>\
             <desc>{words}</desc><idno type=\"geonames\">{words}</idno></place>\n"
        );
        entries[2] += &format!(
            "<bibl xml:id=\"tei-work{number:03}\"><title>{words}</title><note>{words}</note></bibl>\n"
        );
    }
    let [persons, places, works] = entries;
    format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body>\n<listPerson>\n{persons}</listPerson>\n\
         <listPlace>\n{places}</listPlace>\n<listBibl>\n{works}</listBibl>\n</body></text></TEI>\n"
    )
}

fn tei(number: usize, words: &str) -> String {
    let date = "<date when=\"1901-05-03\">";
    format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"t{number:03}{words}\">
<teiHeader>
<fileDesc><titleStmt><title level=\"s\">{words}</title><title level=\"a\">{words}</title></titleStmt>
<publicationStmt><availability><licence target=\"{words}\">{words}</licence></availability></publicationStmt>
<sourceDesc><msDesc><msIdentifier><settlement>{words}</settlement><repository>{words}</repository><idno>{words}</idno></msIdentifier></msDesc>
<bibl>{words}</bibl></sourceDesc></fileDesc>
<profileDesc><correspDesc>
<correspAction type=\"sent\"><persName ref=\"#tei-person{number:03}\" evidence=\"{words}\">{words}</persName><persName ref=\"#x{words}\">{words}</persName><persName>{words}</persName>
<placeName ref=\"#tei-place{number:03}\" evidence=\"{words}\">{words}</placeName>{date}{words}</date></correspAction>
<correspAction type=\"received\"><persName key=\"{words}\">{words}</persName><placeName>{words}</placeName><date when=\"{words}\">{words}</date></correspAction>
<correspContext><ref type=\"prev\" target=\"{words}\">{words}</ref><ref type=\"isReplyTo\" target=\"{words}\"/></correspContext>
</correspDesc></profileDesc>
<revisionDesc status=\"{words}\"><change>{words}</change></revisionDesc>
</teiHeader>
<text xml:lang=\"{words}\"><body>
<pb n=\"{words}\" facs=\"{words}\"/>
<head>{words}</head>
<opener><dateline>{date}{words}</date></dateline><salute>{words}</salute></opener>
<p>{words} <persName ref=\"#tei-person{number:03}\" cert=\"low\" evidence=\"{words}\">{words}</persName> <placeName ref=\"{words}\">{words}</placeName> <title ref=\"#tei-work{number:03}\">{words}</title> {date}{words}</date></p>
<p><ref target=\"{words}\">{words}</ref> <ref target=\"#{words}\">{words}</ref> <ptr target=\"{words}\"/> <ref target=\"https://example.org/{words}\">{words}</ref> <ref target=\"mailto:{words}\">{words}</ref></p>
<p><hi rend=\"{words}\">{words}</hi> <foreign xml:lang=\"{words}\">{words}</foreign> <add place=\"{words}\">{words}</add> <del rend=\"{words}\">{words}</del> <unclear reason=\"{words}\">{words}</unclear> <supplied>{words}</supplied> <gap reason=\"{words}\" unit=\"{words}\" extent=\"{words}\"/> <handShift new=\"{words}\"/> <choice><sic>{words}</sic><corr>{words}</corr></choice> <choice><abbr>{words}</abbr><expan>{words}</expan></choice> <app><lem>{words}</lem><rdg wit=\"{words}\">{words}</rdg></app> <sparkle kind=\"{words}\">{words}</sparkle></p>
<p>{words}<note n=\"{words}\" type=\"{words}\" resp=\"{words}\">{words} <persName ref=\"#tei-person{number:03}\">{words}</persName></note> word<note type=\"textual\" xml:id=\"n{words}\">{words}</note> word<note resp=\"author\"><p>{words}</p></note></p>
<quote>{words}</quote><list><item>{words}</item></list><lg><l>{words}</l></lg>
<table><row><cell>{words}</cell></row></table>
<figure><graphic url=\"{words}\"/><figDesc>{words}</figDesc></figure>
<p>a<pb n=\"{words}2\" facs=\"{words}\"/>b<lb/>c</p>
<closer><salute>{words}</salute><signed>{words}</signed></closer><postscript><p>{words}</p></postscript>
</body></text>
</TEI>
"
    )
}

fn markdown(number: usize, injection: &str) -> String {
    let words = quoted(injection);
    let label: String = injection.chars().filter(|c| !c.is_whitespace() && !"[]^".contains(*c)).collect();
    format!(
        "---\ntitle: {words}\nnumber: {words}\nlanguage: {words}\nfrom: {words}\nto: [{words}, person{number:03}]\ndate: {words}\n\
         place: {words}\nsource: {words}\n---\n\n# {injection}\n\n{injection}\n\nText {injection} in a line, **{injection}** and \
         *{injection}*, `{injection}`.\n\n[here]({injection}) [here](<{injection}>) [{injection}](https://example.org/) \
         [{injection}](person:person{number:03}) [{injection}](person:{injection}) ![{injection}]({injection}) <{injection}>\n\n\
         > {injection}\n\n- {injection}\n\n```{injection}\n{injection}\n```\n\nWord[^{label}] and word[^1].\n\n\
         [^{label}]: {injection}\n\n[^1]: {injection}\n"
    )
}

fn printed(injection: &str) -> String {
    format!(
        "{injection}\n\nVol. 1, pp. 7-8.\n\n    TO {injection}\n\n    {injection}, 12. V.1901\n\n    Dear {injection}:\n\n        \
         {injection} saw teh miller,[1] {injection} and _{injection}_.\n\n    page {injection}\n\n    With greetings,\n\n    \
         {injection}\n\n\n      [1] {injection}    [p. 7]\n"
    )
}

#[cfg(test)]
mod tests {
    use super::files;

    /// As much of each format as shows that nothing broke out of it.
    #[test]
    fn every_injection_arrives_in_every_letter() {
        let list = include_str!("../../../../tests/corpus/injections/injections.txt");
        let list: Vec<&str> = list.lines().collect();
        assert_eq!(list.len(), 100);
        let files = files(&list);
        assert_eq!(files.len(), 303);
        for (name, text) in &files {
            if name.ends_with(".xml") {
                let markup = ["<script", "<img", "<svg", "CDATA", "<!--", "<?", "&colon;"];
                assert!(!markup.iter().any(|word| text.to_lowercase().contains(word)), "{name}");
            }
        }
    }
}
