//! Who buys in the sample shop: invented people from many countries and in many scripts, at invented
//! house numbers. E-mail addresses end in `.example`, which nobody can have (RFC 2606).

use domain::Address;

/// One person of the sample shop.
pub(super) struct Person {
    pub(super) name: &'static str,
    pub(super) company: &'static str,
    pub(super) line1: &'static str,
    pub(super) line2: &'static str,
    pub(super) city: &'static str,
    pub(super) region: &'static str,
    pub(super) postcode: &'static str,
    pub(super) country: &'static str,
    /// The part before `@`.
    pub(super) mail: &'static str,
}

impl Person {
    /// Where parcels go.
    pub(super) fn address(&self) -> Address {
        Address {
            name: self.name.to_owned(),
            company: self.company.to_owned(),
            line1: self.line1.to_owned(),
            line2: self.line2.to_owned(),
            line3: String::new(),
            city: self.city.to_owned(),
            region: self.region.to_owned(),
            postcode: self.postcode.to_owned(),
            country: self.country.to_owned(),
            phone: String::new(),
        }
    }
}

macro_rules! people {
    ($($name:literal, $company:literal, $line1:literal, $line2:literal, $city:literal, $region:literal, $postcode:literal, $country:literal, $mail:literal;)*) => {
        /// Everybody.
        pub(super) const PEOPLE: &[Person] = &[$(Person {
            name: $name, company: $company, line1: $line1, line2: $line2, city: $city, region: $region,
            postcode: $postcode, country: $country, mail: $mail,
        }),*];
    };
}

people! {
    "Joris De Smet", "", "Kouter 112", "bus 4", "Gent", "", "9000", "BE", "joris.desmet";
    "Ελένη Παπαδοπούλου", "", "Οδός Αγίας Σοφίας 44", "", "Θεσσαλονίκη", "", "546 22", "GR", "eleni.p";
    "佐藤 美咲", "", "三軒茶屋2丁目11-18", "302号室", "世田谷区", "東京都", "154-0024", "JP", "misaki.sato";
    "Marta Wiśniewska", "", "ul. Józefa 14/3", "", "Kraków", "", "31-056", "PL", "marta.w";
    "Aoife Ní Bhriain", "", "23 Sráid na Siopaí", "", "Galway", "Co. Galway", "H91 E2K3", "IE", "aoife.nb";
    "Nguyễn Thị Hương", "", "18 rue de la Roquette", "Bâtiment C", "Paris", "", "75011", "FR", "huong.nguyen";
    "Claire Dubois", "", "7 place Bellecour", "", "Lyon", "", "69002", "FR", "claire.dubois";
    "김서연", "", "연남로 27", "203호", "마포구", "서울특별시", "03993", "KR", "seoyeon.kim";
    "Lars Holmqvist", "", "Hornsgatan 85", "", "Stockholm", "", "118 49", "SE", "lars.holmqvist";
    "Олена Коваленко", "", "вул. Ярославів Вал 21", "кв. 8", "Київ", "", "01034", "UA", "olena.k";
    "Tom Vermeulen", "", "Nationalestraat 58", "", "Antwerpen", "", "2000", "BE", "tom.vermeulen";
    "ليلى حداد", "", "Sonnenallee 101", "", "Berlin", "", "12045", "DE", "leila.haddad";
    "Pieter Janssens", "", "Bondgenotenlaan 77", "", "Leuven", "", "3000", "BE", "pieter.j";
    "Giulia Ferraro", "", "Via dei Coronari 31", "", "Roma", "RM", "00186", "IT", "giulia.ferraro";
    "Anneke van der Berg", "", "Oudegracht 214", "", "Utrecht", "", "3511 NR", "NL", "anneke.vdb";
    "अनन्या शर्मा", "", "Javastraat 63", "2 hoog", "Amsterdam", "", "1094 HA", "NL", "ananya.sharma";
    "Søren Kjær", "", "Elmegade 9", "3. tv", "København N", "", "2200", "DK", "soren.kjaer";
    "Beatriz Carvalho", "", "Rua da Bica 15", "", "Lisboa", "", "1200-054", "PT", "beatriz.c";
    "נועה לוי", "", "דיזנגוף 88", "דירה 5", "תל אביב-יפו", "", "6433222", "IL", "noa.levi";
    "Emma Lindqvist", "", "Vasagatan 12", "", "Göteborg", "", "411 24", "SE", "emma.lindqvist";
    "Rasmus Tamm", "", "Rataskaevu 6", "", "Tallinn", "", "10123", "EE", "rasmus.tamm";
    "Σοφία Νικολάου", "", "Λήδρας 140", "", "Λευκωσία", "", "1011", "CY", "sofia.nikolaou";
    "Hanna Nowak", "", "ul. Świdnicka 40", "", "Wrocław", "", "50-024", "PL", "hanna.nowak";
    "Kārlis Bērziņš", "Studija Māls SIA", "Miera iela 37", "dz. 12", "Rīga", "", "LV-1001", "LV", "karlis";
    "Ľubomír Kováč", "", "Hlavná 64", "", "Prešov", "", "080 01", "SK", "l.kovac";
    "中村 さくら", "", "神宮前4丁目12-10", "", "渋谷区", "東京都", "150-0001", "JP", "sakura.n";
    "Þórdís Jónsdóttir", "", "Skólavörðustígur 19", "", "Reykjavík", "", "101", "IS", "thordis.j";
    "Matthieu Leroy", "", "44 rue de Béthune", "", "Lille", "", "59000", "FR", "matthieu.leroy";
    "Irena Novak", "", "Trubarjeva cesta 51", "", "Ljubljana", "", "1000", "SI", "irena.novak";
    "Oskar Nyman", "", "Iso Roobertinkatu 30", "A 7", "Helsinki", "", "00120", "FI", "oskar.nyman";
    "חנה כהן", "", "הרצל 15", "", "חיפה", "", "3350315", "IL", "hana.cohen";
    "Zoë van Dijk", "", "Witte de Withstraat 49", "", "Rotterdam", "", "3012 BM", "NL", "zoe.vandijk";
    "Jürgen Groß", "", "Lindwurmstraße 71", "", "München", "", "80337", "DE", "juergen.gross";
    "Magdalena Hofer", "", "Neubaugasse 25", "Top 11", "Wien", "", "1070", "AT", "m.hofer";
    "Luca Bernasconi", "", "Via Nassa 8", "", "Lugano", "", "6900", "CH", "luca.b";
    "Ana Sofía Ortega", "", "Calle del Pez 20", "3º B", "Madrid", "Madrid", "28004", "ES", "ana.ortega";
    "Dragoș Ionescu", "", "Strada Franceză 14", "", "București", "București", "030102", "RO", "dragos.i";
    "Цветелина Петрова", "", "ул. Цар Шишман 22", "", "София", "", "1000", "BG", "tsvetelina.p";
    "Ivana Horvat", "", "Ilica 112", "", "Zagreb", "", "10000", "HR", "ivana.horvat";
    "Tomáš Dvořák", "", "Mánesova 48", "", "Praha 2", "", "120 00", "CZ", "tomas.dvorak";
    "Kovács Réka", "", "Ráday utca 17", "", "Budapest", "", "1092", "HU", "reka.kovacs";
    "Austėja Kazlauskienė", "", "Pilies g. 29", "", "Vilnius", "", "01123", "LT", "austeja.k";
    "Ingrid Haugen", "", "Markveien 42", "", "Oslo", "", "0554", "NO", "ingrid.haugen";
    "Marie-Bastien Wagner", "", "12, rue Notre-Dame", "", "Luxembourg", "", "L-2240", "LU", "mc.wagner";
    "Emily Hartley", "", "31 Stokes Croft", "Flat 2", "Bristol", "", "BS1 3QD", "GB", "emily.hartley";
    "Rhys Llewellyn", "", "8 Pontcanna Street", "", "Cardiff", "", "CF11 9HQ", "GB", "rhys.ll";
    "Maya Thompson", "", "2150 NE Alberta St", "Apt 4", "Portland", "OR", "97211", "US", "maya.thompson";
    "Daniel Okafor", "", "418 Classon Ave", "", "Brooklyn", "NY", "11238", "US", "daniel.okafor";
    "Noémie Tremblay", "", "5245 boul. Saint-Laurent", "", "Montréal", "QC", "H2T 1S4", "CA", "noemie.t";
    "Priya Raman", "", "27 Bourke Street", "", "Surry Hills", "NSW", "2010", "AU", "priya.raman";
    "Hemi Walker", "", "64 Cuba Street", "", "Wellington", "", "6011", "NZ", "hemi.walker";
    "王小雨", "", "永康街31巷9號", "", "大安區", "臺北市", "106", "TW", "xiaoyu.wang";
    "陳嘉欣", "", "彌敦道380號", "12樓", "油麻地", "九龍", "", "HK", "kayan.chan";
    "Tan Wei Ling", "", "78 Tiong Bahru Road", "#05-12", "Singapore", "", "160078", "SG", "weiling.tan";
    "สุภาพร ใจดี", "", "ถนนเจริญกรุง 32", "", "บางรัก", "กรุงเทพมหานคร", "10500", "TH", "supaporn";
    "Camila Rocha", "", "Rua Augusta 1524", "", "São Paulo", "SP", "01304-001", "BR", "camila.rocha";
    "Valentina Gutiérrez", "", "Álvaro Obregón 151", "", "Ciudad de México", "CDMX", "06700", "MX", "valentina.g";
    "Γιάννης Δημητρίου", "", "Πανεπιστημίου 39", "", "Αθήνα", "", "105 64", "GR", "giannis.d";
    "Elif Yılmaz", "", "Serdar-ı Ekrem Sokak 20", "", "Beyoğlu", "İstanbul", "34425", "TR", "elif.yilmaz";
    "Thandi Mokoena", "", "92 Bree Street", "", "Cape Town", "Western Cape", "8001", "ZA", "thandi.m";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_carrier_would_take_a_parcel_to_each_of_them() {
        let countries: BTreeSet<&str> = PEOPLE.iter().map(|p| p.country).collect();
        assert!(countries.len() >= 40, "{}", countries.len());
        for person in PEOPLE {
            let found = domain::address_check::check(&person.address());
            assert!(found.may_ship(), "{}: {:?}", person.name, found.block);
        }
    }
}
