//! Fewer points for the same line (Ramer, Douglas and Peucker).

use super::clip::Pixel;

/// The points without which a line would move by more than `tolerance` pixels. Ends stay.
pub fn line(points: &[Pixel], tolerance: f64) -> Vec<Pixel> {
    if points.len() < 3 {
        return points.to_vec();
    }
    let mut keep = vec![false; points.len()];
    keep[0] = true;
    keep[points.len() - 1] = true;
    let mut todo = vec![(0, points.len() - 1)];
    while let Some((from, to)) = todo.pop() {
        let mut furthest = (0.0, from);
        for at in from + 1..to {
            let distance = distance(points[at], points[from], points[to]);
            if distance > furthest.0 {
                furthest = (distance, at);
            }
        }
        if furthest.0 > tolerance * tolerance {
            keep[furthest.1] = true;
            todo.push((from, furthest.1));
            todo.push((furthest.1, to));
        }
    }
    points.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// The same for a ring, whose ends are joined: it is parted where it is widest.
pub fn ring(points: &[Pixel], tolerance: f64) -> Vec<Pixel> {
    let Some(first) = points.first() else { return Vec::new() };
    let far = |point: &Pixel| (point[0] - first[0]).powi(2) + (point[1] - first[1]).powi(2);
    let apart = (0..points.len())
        .max_by(|a, b| far(&points[*a]).total_cmp(&far(&points[*b])))
        .unwrap_or_default();
    let mut kept = line(&points[..=apart], tolerance);
    let mut rest = points[apart..].to_vec();
    rest.push(*first);
    let rest = line(&rest, tolerance);
    kept.extend(rest.iter().skip(1).take(rest.len().saturating_sub(2)));
    kept
}

/// The square of a point's distance from a stretch.
fn distance(point: Pixel, from: Pixel, to: Pixel) -> f64 {
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    let length = dx * dx + dy * dy;
    let [px, py] = [point[0] - from[0], point[1] - from[1]];
    let part = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - part * dx).powi(2) + (py - part * dy).powi(2)
}
