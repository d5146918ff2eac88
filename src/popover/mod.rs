//! Notes and cards that open beside their words.
