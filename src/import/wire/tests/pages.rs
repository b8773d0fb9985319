//! Whole pages, built as the big services build theirs.

use super::{texts, wire};

const AGENCY_PAGE: &str = r#"World
Middle East
Envoys leave port of Sarat as boats return
By Jane Doe and John Roe
July 3, 20248:14 PM GMT+2Updated 2 years ago

Item 1 of 3 A man watches boats at the pier in Sarat, July 3, 2024. REUTERS/Jane Doe
[1/3]A man watches boats at the pier in Sarat, July 3, 2024. REUTERS/Jane Doe Purchase Licensing Rights, opens new tab
Summary
Envoys left at dawn
Officers say no deal is near

SARAT, July 3 (Reuters) - Envoys left the port of Sarat on Wednesday without a deal, officers said.

"Nobody asked us," an officer said.

Sign up here.

Reporting by Jane Doe in Sarat and John Roe in Cairo; Writing by Ann Poe; Editing by Tom Low

Our Standards: The Thomson Reuters Trust Principles., opens new tab

Share
X
Facebook
Linkedin
Email
Link
Purchase Licensing Rights
"#;

const BROADCASTER: &str = r#"Envoys leave port as boats return

3 July 2024
Jane Doe
BBC News, Sarat

Image source, Reuters
Image caption, 
Boats came back to the pier on Wednesday
Envoys have left the port of Sarat without a deal, officers say.

They had been there for nine days.

Nobody would say who had asked for them.

What happens next?
The boats may stay for a month.

Related Topics
Sarat
Boats
More on this story
Who are the envoys?
Published
2 July 2024
A port in pictures
"#;

const OLD_NEWSPAPER: &str = r#"Envoys Leave Port as Boats Return
By JANE DOE and JOHN ROEMARCH 9, 2011

SARAT, Libya — Envoys left the port of Sarat on Wednesday without a deal, officers said.

They had been there for nine days, and nobody would say who had asked for them. Advertisement

Continue reading the main story
A version of this article appears in print on March 10, 2011, on Page A1 of the New York edition with the headline: Envoys Leave.
"#;

const CABLE: &str = r#"Envoys leave port
By Jane Doe, CNN
March 9, 2011 10:14 a.m. EST
STORY HIGHLIGHTS
NEW: Boats return at noon
Envoys left at dawn
Sarat, Libya (CNN) -- Envoys left the port of Sarat on Wednesday without a deal, officers said.
They had been there for nine days.
CNN's Jane Doe and John Roe contributed to this report.
"#;

const NEWSPAPER: &str = r#"Envoys leave port as boats return

Officers say that nobody knows when talks will go on

Jane Doe in Sarat
Wed 9 Mar 2011 10.14 GMT

Boats at the pier in Sarat. Photograph: John Roe/AFP/Getty Images
Boats at the pier in Sarat. Photograph: John Roe/AFP/Getty Images
Envoys left the port of Sarat on Wednesday without a deal, officers said.

They had been there for nine days.

Read more
"#;

const CHANNEL: &str = r#"NEWS|Conflict

Envoys leave port as boats return
Officers say that nobody knows when talks will go on.

Boats at the pier in Sarat
Boats at the pier in Sarat [Jane Doe/Reuters]
Published On 9 Mar 2011
9 Mar 2011

Envoys have left the port of Sarat without a deal, officers say.

They had been there for nine days.

Keep reading
list of 2 items
list 1 of 2
Port closes its gate
list 2 of 2
Elders to show a way out
end of list

"Nobody asked us," an officer said.

Source: Al Jazeera and news agencies
"#;

const SECOND_AGENCY: &str = r#"Envoys leave port as boats return
BY JANE DOE
Updated 8:14 PM GMT+2, July 3, 2024
Share
SARAT (AP) — Envoys left the port of Sarat on Wednesday without a deal, officers said.

They had been there for nine days.

___

Associated Press writer John Roe in Cairo contributed to this report.

Copyright 2024 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.
"#;

const OLD_WIRE: &str = r#"Envoys leave port as boats return
   By JANE DOE
   Associated Press Writer
   SARAT, Libya (AP) _ Envoys left the port of Sarat on Wednesday
without a deal, officers said, and nobody would say who had asked
for them.
   They had been there for nine days, in which neither side moved
and no boat came.
   ``Nobody asked us,'' an officer said.
"#;

const LEAD: &str = "Envoys left the port of Sarat on Wednesday without a deal, officers said.";

#[test]
fn an_agencys_page_with_pictures_in_a_row_and_hour_run_into_the_year() {
    let wire = wire(AGENCY_PAGE);
    assert_eq!(wire.title, "Envoys leave port of Sarat as boats return");
    assert_eq!(wire.byline.as_deref(), Some("Jane Doe and John Roe"));
    assert_eq!(
        (wire.dateline.as_deref(), wire.agency.as_deref()),
        (Some("SARAT"), Some("Reuters"))
    );
    assert_eq!(wire.date.as_deref(), Some("2024-07-03"));
    assert_eq!(wire.images.len(), 1);
    assert_eq!(wire.body, [LEAD, "\"Nobody asked us,\" an officer said."]);
    assert!(wire.tail.is_some_and(|tail| tail.ends_with("Tom Low")));
    // The dateline's day needs no year: the page prints it elsewhere.
    assert!(!wire.guessed.iter().any(|remark| remark.why.contains("year")));
}

#[test]
fn a_second_agencys_page_with_its_notice() {
    let wire = wire(SECOND_AGENCY);
    assert_eq!(
        (wire.dateline.as_deref(), wire.byline.as_deref()),
        (Some("SARAT"), Some("JANE DOE"))
    );
    assert_eq!((wire.body.len(), wire.left_out.len()), (3, 3));
    assert!(wire.tail.is_some_and(|tail| tail.contains("contributed")));
}

#[test]
fn a_broadcasters_page_with_a_label_above_its_caption() {
    let wire = wire(BROADCASTER);
    assert_eq!(wire.date.as_deref(), Some("2024-07-03"));
    assert_eq!(wire.images[0].caption.as_deref(), Some("Boats came back to the pier on Wednesday"));
    assert_eq!(wire.images[0].credit.as_deref(), Some("Reuters"));
    assert_eq!(wire.related, ["Who are the envoys?"]);
    assert!(wire.body.contains(&"What happens next?".to_owned()));
}

#[test]
fn a_cable_channels_page_with_highlights() {
    let wire = wire(CABLE);
    assert_eq!(
        (wire.dateline.as_deref(), wire.date.as_deref()),
        (Some("Sarat, Libya"), Some("2011-03-09"))
    );
    assert_eq!(wire.body, [LEAD, "They had been there for nine days."]);
    assert_eq!(wire.left_out.len(), 4);
}

#[test]
fn a_newspapers_page_with_its_caption_twice() {
    let wire = wire(NEWSPAPER);
    assert!(wire.standfirst.is_some_and(|line| line.starts_with("Officers say")));
    assert_eq!(wire.byline.as_deref(), Some("Jane Doe in Sarat"));
    assert_eq!(wire.images[0].credit.as_deref(), Some("John Roe/AFP/Getty Images"));
    assert_eq!((wire.date.as_deref(), wire.body.len()), (Some("2011-03-09"), 2));
}

#[test]
fn a_channels_page_with_what_is_read_aloud_round_its_list() {
    let wire = wire(CHANNEL);
    assert_eq!(wire.title, "Envoys leave port as boats return");
    assert_eq!(wire.related, ["Port closes its gate", "Elders to show a way out"]);
    assert_eq!(wire.tail.as_deref(), Some("Source: Al Jazeera and news agencies"));
    assert_eq!(wire.body.len(), 3);
}

#[test]
fn an_old_newspapers_page_whose_byline_and_day_run_together_keeps_them_in_sight() {
    let wire = wire(OLD_NEWSPAPER);
    assert_eq!((wire.byline, wire.date), (None, None));
    assert!(wire.body[0].starts_with("By JANE DOE"));
    assert_eq!(wire.dateline.as_deref(), Some("SARAT, Libya"));
    assert_eq!(texts(&wire.left_out), ["Advertisement", "Continue reading the main story"]);
}

#[test]
fn an_old_wire_with_indented_paragraphs() {
    let wire = wire(OLD_WIRE);
    assert_eq!(
        (wire.dateline.as_deref(), wire.agency.as_deref()),
        (Some("SARAT, Libya"), Some("AP"))
    );
    assert_eq!(wire.byline.as_deref(), Some("JANE DOE, Associated Press Writer"));
    assert_eq!(wire.body.len(), 3);
}

#[test]
fn byline_and_day_on_one_line_are_told_apart() {
    let wire = super::with_line_above("By Jane Doe | March 9, 2011");
    assert_eq!(
        (wire.byline.as_deref(), wire.date.as_deref()),
        (Some("Jane Doe"), Some("2011-03-09"))
    );
}
