//! Every page that will exist, and what it shows: routes, the plan, and a view for each template.
//!
//! Knows the desk; knows neither templates nor the disk.

mod address;
mod clashes;
mod head;
mod months;
mod photos;
mod plan;
mod remembered;
mod route;
pub mod search;
mod sheet;
mod shelves;
mod shown;
mod stands;
mod template;
pub mod views;

pub use address::Addresses;
pub use plan::{CardOf, DataFile, Page, PageKind, Plan, plan};
pub use route::Route;
pub use sheet::{MapOf, MapSheet};
pub use shown::shown;
pub use stands::stands;
pub use template::template_of;
pub use views::{View, view};
