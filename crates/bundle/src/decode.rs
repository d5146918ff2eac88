//! Reads what was packed, in postcard's encoding. It always comes to an end with a value: what cannot be read is nothing, and
//! is remembered. A reader that gives up half way has to know at every step how to let go of what it has, and that would be
//! half of what a browser loads to open an edition.

#[cfg(test)]
mod tests;

use serde::Deserialize;
use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// The value that was packed; nothing where the bytes are none, or there are more of them.
pub(crate) fn decode<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Option<T> {
    let mut reader = Reader { rest: bytes, sound: true };
    let value = match T::deserialize(&mut reader) {
        Ok(value) => value,
        Err(never) => match never {},
    };
    (reader.sound && reader.rest.is_empty()).then_some(value)
}

/// No error is ever made, and so no code for one.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::de::Error for Never {
    /// # Panics
    /// Always: no packed type finds fault with what it is given. Numbers of variants are in range, and fields never missing.
    fn custom<T: fmt::Display>(_: T) -> Self {
        unreachable!("a packed type refuses what was read")
    }
}

struct Reader<'b> {
    rest: &'b [u8],
    /// Whether everything could be read so far.
    sound: bool,
}

impl<'b> Reader<'b> {
    /// Nothing from here on.
    #[cold]
    fn fail(&mut self) {
        (self.rest, self.sound) = (&[], false);
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => {
                self.fail();
                0
            }
        }
    }

    /// A number of so many bits: seven a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self, bits: u32) -> u64 {
        let mut number = 0;
        for shift in (0..bits).step_by(7) {
            let byte = self.byte();
            let seven = u64::from(byte & 0x7f);
            if shift + 7 > bits && seven >> (bits - shift) > 0 {
                break;
            }
            number |= seven << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    /// The same in the type that has these bits.
    fn unsigned<N: TryFrom<u64> + Default>(&mut self, bits: u32) -> N {
        N::try_from(self.number(bits)).unwrap_or_default()
    }

    /// The same with its sign in the lowest bit.
    fn signed<N: TryFrom<i64> + Default>(&mut self, bits: u32) -> N {
        let number = self.number(bits);
        N::try_from((number >> 1).cast_signed() ^ -(number & 1).cast_signed()).unwrap_or_default()
    }

    /// How much follows.
    fn length(&mut self) -> usize {
        self.unsigned(usize::BITS)
    }

    /// A tag of two values.
    fn flag(&mut self) -> bool {
        let byte = self.byte();
        if byte > 1 {
            self.fail();
        }
        byte == 1
    }

    #[inline(never)]
    fn bytes(&mut self) -> &'b [u8] {
        let length = self.length();
        let Some((bytes, rest)) = self.rest.split_at_checked(length) else {
            self.fail();
            return &[];
        };
        self.rest = rest;
        bytes
    }

    #[inline(never)]
    fn text(&mut self) -> &'b str {
        let bytes = self.bytes();
        std::str::from_utf8(bytes).unwrap_or_else(|_| {
            self.fail();
            ""
        })
    }
}

/// What is read by a function of the reader, and how many bits it has.
macro_rules! numbers {
    ($($deserialize:ident $visit:ident $read:ident($($bits:literal)?);)*) => {
        $(fn $deserialize<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.$read($($bits)?))
        })*
    };
}

/// What no packed type has.
macro_rules! none {
    ($($deserialize:ident)*) => {
        $(fn $deserialize<V: Visitor<'b>>(self, _: V) -> Result<V::Value, Never> {
            unreachable!("no packed type has one")
        })*
    };
}

impl<'b> Deserializer<'b> for &mut Reader<'b> {
    type Error = Never;

    numbers! {
        deserialize_bool visit_bool flag();
        deserialize_u8 visit_u8 byte();
        deserialize_u16 visit_u16 unsigned(16);
        deserialize_u32 visit_u32 unsigned(32);
        deserialize_u64 visit_u64 unsigned(64);
        deserialize_i16 visit_i16 signed(16);
        deserialize_i32 visit_i32 signed(32);
        deserialize_i64 visit_i64 signed(64);
        deserialize_str visit_borrowed_str text();
        deserialize_string visit_borrowed_str text();
        deserialize_bytes visit_borrowed_bytes bytes();
        deserialize_byte_buf visit_borrowed_bytes bytes();
    }

    none! {
        deserialize_any deserialize_i8 deserialize_f32 deserialize_f64 deserialize_char deserialize_map
        deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_option<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.flag() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_unit<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'b>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'b>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.length();
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'b>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'b>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'b>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'b>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let mut number: u32 = self.unsigned(32);
        if number as usize >= variants.len() {
            self.fail();
            number = 0;
        }
        visitor.visit_enum(Chosen { reader: self, number })
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// As many of one kind as were packed.
struct Items<'r, 'b> {
    reader: &'r mut Reader<'b>,
    left: usize,
}

impl<'b> SeqAccess<'b> for Items<'_, 'b> {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'b>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        // Whatever number was read: there are no more than there are bytes.
        if self.left == 0 || !self.reader.sound {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.min(self.reader.rest.len()))
    }
}

/// What stands one after the other, and is always all there.
struct Fields<'r, 'b>(&'r mut Reader<'b>);

impl<'b> SeqAccess<'b> for Fields<'_, 'b> {
    type Error = Never;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'b>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// A variant, by its number.
struct Chosen<'r, 'b> {
    reader: &'r mut Reader<'b>,
    number: u32,
}

impl<'r, 'b> EnumAccess<'b> for Chosen<'r, 'b> {
    type Error = Never;
    type Variant = &'r mut Reader<'b>;

    fn variant_seed<S: DeserializeSeed<'b>>(self, seed: S) -> Result<(S::Value, Self::Variant), Never> {
        let number: U32Deserializer<Never> = self.number.into_deserializer();
        Ok((seed.deserialize(number)?, self.reader))
    }
}

impl<'b> VariantAccess<'b> for &mut Reader<'b> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'b>>(self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'b>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn struct_variant<V: Visitor<'b>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }
}
