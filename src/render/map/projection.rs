//! Lambert's azimuthal equal-area projection on a sphere: no seam at 180°, right at the poles, and
//! its scale at the middle is true. Snyder, Map Projections (USGS 1395), page 182.

/// Mean radius of the earth in kilometres (IUGG).
pub const RADIUS: f64 = 6371.0088;

/// A point on the sphere, as a vector of length 1.
pub type Vector = [f64; 3];

/// A map's projection: its middle, and which way is east and north there.
#[derive(Debug, Clone, Copy)]
pub struct Projection {
    middle: Vector,
    east: Vector,
    north: Vector,
}

/// A position as a vector.
pub fn vector(lon: f64, lat: f64) -> Vector {
    let (sin_lon, cos_lon) = lon.to_radians().sin_cos();
    let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

fn dot(a: Vector, b: Vector) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

impl Projection {
    /// Round a middle, in degrees; north is up there. At a pole, up is the way to `lon` + 180°.
    pub fn new(lon: f64, lat: f64) -> Self {
        let (sin_lon, cos_lon) = lon.to_radians().sin_cos();
        let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
        Self {
            middle: vector(lon, lat),
            east: [-sin_lon, cos_lon, 0.0],
            north: [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
        }
    }

    /// Kilometres east and north of the middle on the map. The point opposite the middle, which
    /// has no place, is put on the rim.
    pub fn forward(&self, point: Vector) -> [f64; 2] {
        let (x, y) = (dot(point, self.east), dot(point, self.north));
        let depth = 1.0 + dot(point, self.middle);
        if depth < 1e-9 {
            return [2.0 * RADIUS, 0.0];
        }
        let scale = (2.0 / depth).sqrt() * RADIUS;
        [x * scale, y * scale]
    }

    /// The position at so many kilometres on the map: degrees east and north.
    pub fn back(&self, [x, y]: [f64; 2]) -> (f64, f64) {
        let (x, y) = (x / RADIUS, y / RADIUS);
        let square = (x * x + y * y).min(4.0);
        let along = 1.0 - square / 2.0;
        let across = (1.0 - square / 4.0).max(0.0).sqrt();
        let point: Vector = std::array::from_fn(|at| {
            along * self.middle[at] + across * (x * self.east[at] + y * self.north[at])
        });
        (point[1].atan2(point[0]).to_degrees(), point[2].clamp(-1.0, 1.0).asin().to_degrees())
    }

    /// How far a point is from the middle, in degrees on the sphere.
    pub fn degrees_from_middle(&self, point: Vector) -> f64 {
        dot(point, self.middle).clamp(-1.0, 1.0).acos().to_degrees()
    }
}

/// How many degrees on the sphere a distance from the middle of a map is.
pub fn degrees_of(kilometres: f64) -> f64 {
    (kilometres / (2.0 * RADIUS)).clamp(-1.0, 1.0).asin().to_degrees() * 2.0
}

/// How far from the middle of a map so many degrees on the sphere are.
pub fn kilometres_of(degrees: f64) -> f64 {
    2.0 * RADIUS * (degrees.clamp(0.0, 180.0) / 2.0).to_radians().sin()
}
