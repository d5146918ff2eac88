//! The list of all pages, for search engines.

use super::site::below;

/// A file of the list, to be put beside the first page of the edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapFile {
    /// Its name: `sitemap.xml`, of a part `sitemap-1.xml`.
    pub name: String,
    /// What stands in it.
    pub xml: String,
}

/// How much a file may hold.
struct Limits {
    addresses: usize,
    bytes: usize,
}

/// Those of the protocol: 50,000 addresses and 50 MB.
const PROTOCOL: Limits = Limits { addresses: 50_000, bytes: 52_428_800 };

/// An address has fewer characters than these.
const LONGEST: usize = 2048;

/// The list of all pages by their absolute addresses, in the order given; `base` is the absolute address of the first
/// page.
///
/// One file, `sitemap.xml`, as a rule. Where it would hold more than 50,000 addresses or 50 MB, it lists parts instead
/// (`sitemap-1.xml` …), and they follow it. Nothing for no addresses. Left out is what the protocol does not
/// take: an address that does not begin with `http://` or `https://`, or has 2,048 characters or more.
///
/// # Source
/// sitemaps.org, protocol 0.9.
#[must_use]
pub fn sitemap(base: &str, addresses: impl IntoIterator<Item = String>) -> Vec<SitemapFile> {
    files(base, addresses, &PROTOCOL)
}

fn files(base: &str, addresses: impl IntoIterator<Item = String>, limits: &Limits) -> Vec<SitemapFile> {
    let mut parts: Vec<List> = Vec::new();
    for address in addresses.into_iter().filter(|address| is_taken(address)) {
        let entry = entry("url", &address);
        match parts.last_mut() {
            Some(list) if list.takes(&entry, limits) => list.add(&entry),
            _ => {
                let mut list = List::new("urlset");
                list.add(&entry);
                parts.push(list);
            }
        }
    }
    let first = |xml| SitemapFile { name: "sitemap.xml".to_owned(), xml };
    if parts.len() < 2 {
        return parts.into_iter().map(|list| first(list.end())).collect();
    }
    let mut index = List::new("sitemapindex");
    let mut files = Vec::new();
    for (nth, list) in parts.into_iter().enumerate() {
        let name = format!("sitemap-{}.xml", nth + 1);
        index.add(&entry("sitemap", &below(base, &name)));
        files.push(SitemapFile { name, xml: list.end() });
    }
    files.insert(0, first(index.end()));
    files
}

fn is_taken(address: &str) -> bool {
    let absolute = address.starts_with("https://") || address.starts_with("http://");
    absolute && address.chars().count() < LONGEST
}

/// A file as it grows.
struct List {
    element: &'static str,
    xml: String,
    entries: usize,
}

impl List {
    fn new(element: &'static str) -> Self {
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <{element} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        );
        Self { element, xml, entries: 0 }
    }

    fn takes(&self, entry: &str, limits: &Limits) -> bool {
        let end = "</>\n".len() + self.element.len();
        self.entries < limits.addresses && self.xml.len() + entry.len() + end <= limits.bytes
    }

    fn add(&mut self, entry: &str) {
        self.xml.push_str(entry);
        self.entries += 1;
    }

    fn end(self) -> String {
        let Self { element, xml, .. } = self;
        format!("{xml}</{element}>\n")
    }
}

fn entry(element: &str, address: &str) -> String {
    let mut loc = String::with_capacity(address.len());
    xml_text(&mut loc, address);
    // Sitemaps want it escaped too; no entity has it.
    let loc = loc.replace('\'', "&apos;");
    format!("<{element}><loc>{loc}</loc></{element}>\n")
}

/// Text for an element of XML, or for an attribute in double quotation marks. What XML 1.0 has no way to write is left out.
///
/// # Source
/// XML 1.0, sections 2.2 (characters) and 2.4 (markup).
pub fn xml_text(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            character => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, files, sitemap};
    use expect_test::expect;

    fn show(files: &[super::SitemapFile]) -> String {
        files.iter().map(|file| format!("== {}\n{}", file.name, file.xml)).collect()
    }

    fn letters(count: usize) -> impl Iterator<Item = String> {
        (1..=count).map(|number| format!("https://example.org/letters/{number}/"))
    }

    #[test]
    fn one_file_as_a_rule() {
        let addresses =
            ["https://example.org/", "https://example.org/letters/a&b/?x=\"<'>"].map(str::to_owned);
        expect![[r#"
            == sitemap.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://example.org/</loc></url>
            <url><loc>https://example.org/letters/a&amp;b/?x=&quot;&lt;&apos;&gt;</loc></url>
            </urlset>
        "#]]
        .assert_eq(&show(&sitemap("https://example.org", addresses)));
    }

    #[test]
    fn too_many_are_split_and_none_is_lost() {
        let limits = Limits { addresses: 2, bytes: 10_000 };
        expect![[r#"
            == sitemap.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://example.org/sitemap-1.xml</loc></sitemap>
            <sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>
            </sitemapindex>
            == sitemap-1.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://example.org/letters/1/</loc></url>
            <url><loc>https://example.org/letters/2/</loc></url>
            </urlset>
            == sitemap-2.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://example.org/letters/3/</loc></url>
            </urlset>
        "#]]
        .assert_eq(&show(&files("https://example.org/", letters(3), &limits)));
    }

    #[test]
    fn no_file_is_larger_than_it_may_be() {
        let limits = Limits { addresses: 1_000, bytes: 400 };
        let split = files("https://example.org/", letters(40), &limits);
        let parts = split.get(1..).unwrap_or_default();
        assert!(parts.len() > 5, "{}", parts.len());
        assert!(parts.iter().all(|file| file.xml.len() <= 400));
        // One address more would have been too much, but for the last.
        let full = parts.iter().rev().skip(1);
        assert!(full.clone().all(|file| file.xml.len() + 53 > 400), "{}", show(parts));
        let listed: usize = parts.iter().map(|file| file.xml.matches("<loc>").count()).sum();
        assert_eq!(listed, 40);
    }

    #[test]
    fn fifty_thousand_fit_and_one_more_does_not() {
        assert_eq!(sitemap("https://example.org/", letters(50_000)).len(), 1);
        assert_eq!(sitemap("https://example.org/", letters(50_001)).len(), 3);
    }

    #[test]
    fn what_is_no_address_is_left_out() {
        let long = ["https://example.org/", &"x".repeat(2028)].concat();
        let addresses = ["/letters/1/", "javascript:alert(1)", "", &long].map(str::to_owned);
        assert_eq!(sitemap("https://example.org/", addresses), []);
        let longest = [long[1..].to_owned()].map(|rest| ["h", &rest[..rest.len() - 1]].concat());
        assert_eq!(sitemap("https://example.org/", longest).len(), 1);
    }
}
