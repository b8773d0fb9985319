use serde::Serialize;

use crate::pages::views::Records;

/// The bytes of a data file.
pub fn data(records: &Records) -> Vec<u8> {
    match records {
        Records::Claims(lines) => table(lines),
        Records::Losses(lines) => table(lines),
        Records::Json(value) => {
            let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
            bytes.push(b'\n');
            bytes
        }
        Records::Empty => Vec::new(),
    }
}

/// A header and a line for each record. Nothing that is plain text can fail to be written.
fn table<T: Serialize>(lines: &[T]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for line in lines {
        if writer.serialize(line).is_err() {
            break;
        }
    }
    writer.into_inner().unwrap_or_default()
}
