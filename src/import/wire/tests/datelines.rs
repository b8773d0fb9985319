use super::{LEAD, SECOND, TITLE, texts, wire};

/// Copy whose report begins with a dateline: `(place, agency, date)`, the lead being whole.
fn dated(dateline: &str) -> (Option<String>, Option<String>, Option<String>) {
    let wire = wire(&format!("{TITLE}\n\n{dateline}{LEAD}\n\n{SECOND}\n"));
    assert_eq!(wire.body, [LEAD, SECOND], "{dateline}");
    (wire.dateline, wire.agency, wire.date)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn places_with_an_agency() {
    for (printed, place, agency) in [
        ("BEIRUT, Lebanon (AP) - ", "BEIRUT, Lebanon", "AP"),
        ("WASHINGTON (Reuters) – ", "WASHINGTON", "Reuters"),
        ("N'DJAMENA (AFP) - ", "N'DJAMENA", "AFP"),
        ("DAMASCUS, (SANA)- ", "DAMASCUS", "SANA"),
        ("PORT-AU-PRINCE, Haiti (AP) _ ", "PORT-AU-PRINCE, Haiti", "AP"),
        ("NEW DELHI (Reuters): ", "NEW DELHI", "Reuters"),
        ("Sirte, Libya (CNN) -- ", "Sirte, Libya", "CNN"),
        ("THE HAGUE, Netherlands (AP) — ", "THE HAGUE, Netherlands", "AP"),
        ("KYIV (Port Radio) - ", "KYIV", "Port Radio"),
        ("طرابلس (رويترز) - ", "طرابلس", "رويترز"),
        ("بنغازي، ليبيا (أ ف ب) – ", "بنغازي، ليبيا", "أ ف ب"),
        ("МОСКВА (Рейтер) — ", "МОСКВА", "Рейтер"),
    ] {
        assert_eq!(dated(printed), (some(place), some(agency), None), "{printed}");
    }
}

#[test]
fn places_alone() {
    for (printed, place) in [
        ("UNITED NATIONS — ", "UNITED NATIONS"),
        ("NEW YORK —", "NEW YORK"),
        ("WASHINGTON D.C. - ", "WASHINGTON D.C."),
        ("ST. PETERSBURG, Russia - ", "ST. PETERSBURG, Russia"),
        ("THE HAGUE - ", "THE HAGUE"),
        ("GAZA/JERUSALEM -- ", "GAZA/JERUSALEM"),
        ("ТРИПОЛИ - ", "ТРИПОЛИ"),
    ] {
        assert_eq!(dated(printed), (some(place), None, None), "{printed}");
    }
}

#[test]
fn an_agency_alone() {
    assert_eq!(dated("(Reuters) - "), (None, some("Reuters"), None));
}

#[test]
fn a_whole_day_in_the_dateline_gives_the_date() {
    for (printed, place, agency) in [
        ("RAS LANUF, Libya, March 9, 2011 (AFP) - ", "RAS LANUF, Libya", Some("AFP")),
        ("RAS LANUF, 9 March 2011 - ", "RAS LANUF", None),
        ("РАС-ЛАНУФ, 9 марта 2011 — ", "РАС-ЛАНУФ", None),
        ("RAS LANUF, Wednesday, March 9, 2011 — ", "RAS LANUF", None),
        ("Ras Lanuf, Mar. 9, 2011 (Xinhua) -- ", "Ras Lanuf", Some("Xinhua")),
    ] {
        let agency = agency.map(str::to_owned);
        assert_eq!(dated(printed), (some(place), agency, some("2011-03-09")), "{printed}");
    }
}

#[test]
fn a_day_without_its_year_is_asked_for_and_never_completed() {
    for (printed, place, day) in [
        ("KYIV, July 3 - ", "KYIV", "July 3"),
        ("GAZA/JERUSALEM, July 3 (Reuters) - ", "GAZA/JERUSALEM", "July 3"),
        ("ТРИПОЛИ, 18 июля - ", "ТРИПОЛИ", "18 июля"),
        ("MOSCOW. July 3. /TASS/. ", "MOSCOW", "July 3"),
        ("KYIV, Monday - ", "KYIV", "Monday"),
        ("طرابلس، ١٨ يوليو (رويترز) - ", "طرابلس", "١٨ يوليو"),
    ] {
        let wire = wire(&format!("{TITLE}\n\n{printed}{LEAD}\n\n{SECOND}\n"));
        assert_eq!(wire.dateline.as_deref(), Some(place), "{printed}");
        assert_eq!(wire.date, None, "{printed}");
        assert_eq!(wire.body, [LEAD, SECOND], "{printed}");
        assert_eq!(texts(&wire.left_out), [day]);
        assert!(
            wire.guessed
                .iter()
                .any(|remark| remark.text == day && remark.why.contains("without a year"))
        );
    }
}

#[test]
fn a_place_that_the_copy_names_again_in_small_letters_is_no_guess() {
    let copy = |rest: &str| format!("{TITLE}\n\nRAS LANUF - {LEAD}\n\n{rest}\n");
    assert!(wire(&copy("The road to Ras Lanuf is open.")).guessed.is_empty());
    assert_eq!(texts(&wire(&copy(SECOND)).guessed), ["RAS LANUF"]);
}

#[test]
fn a_place_in_arabic_without_an_agency_needs_the_copys_word() {
    let copy = "عودة الوفد من الميناء\n\nطرابلس - عاد الوفد إلى الميناء صباح اليوم.\n\nوقال الوفد إن طرابلس هادئة.\n";
    let found = wire(copy);
    assert_eq!(found.dateline.as_deref(), Some("طرابلس"));
    assert_eq!(texts(&found.guessed), ["طرابلس"]);
    let sentence =
        wire("عودة الوفد من الميناء\n\nعاد الوفد - كما قيل - صباح اليوم.\n\nوالمدينة هادئة.\n");
    assert_eq!(sentence.dateline, None);
}

#[test]
fn a_dash_in_a_sentence_is_no_dateline() {
    for lead in [
        "THE PRESIDENT - He left on the boat before noon, officers said.",
        "NATO - which has no ships there - said that it would watch.",
        "NATO - The alliance has no ships there, its officers said.",
        "The envoys - all three of them - left on the morning boat.",
        "Port officers said on Monday, July 3 - a holiday - that the boats had gone.",
        "PORT DIARY - a day among the boats that never left.",
        "BREAKING - The boats have gone, officers said.",
        "Brega, the oil town - now quiet - was open.",
        "OLD PORT-SIDE MEN - NOT ONE OF THEM LEFT.",
        "- Nobody left, officers said.",
        "-- Nobody left, officers said.",
        "(Nobody) - left, officers said.",
        "2011 - A year of boats, officers said.",
    ] {
        let wire = wire(&format!("{TITLE}\n\n{lead}\n\n{SECOND}\n"));
        assert_eq!((wire.dateline, wire.agency), (None, None), "{lead}");
        assert_eq!(wire.body, [lead, SECOND]);
    }
}

#[test]
fn capitals_that_the_copy_repeats_are_an_acronym() {
    let copy = format!(
        "{TITLE}\n\nPPDK - The party has no boats.\n\nThe PPDK said so.\n\nThe PPDK left.\n"
    );
    assert_eq!(wire(&copy).dateline, None);
}

#[test]
fn a_dateline_on_a_line_of_its_own_leaves_no_empty_paragraph() {
    let wire = wire(&format!("{TITLE}\n\nSIRTE, Libya (AP) —\n\n{LEAD}\n"));
    assert_eq!(wire.dateline.as_deref(), Some("SIRTE, Libya"));
    assert_eq!(wire.body, [LEAD]);
}

#[test]
fn a_later_dateline_stays_in_the_body() {
    let second = format!("BENGHAZI (AP) - {SECOND}");
    let wire = wire(&format!("{TITLE}\n\nSIRTE (AP) - {LEAD}\n\n{second}\n"));
    assert_eq!(wire.dateline.as_deref(), Some("SIRTE"));
    assert_eq!(wire.body, [LEAD, &second]);
}
