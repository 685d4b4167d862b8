//! QR code and Data Matrix, by their crates.

use super::{BarcodeError, Symbol};
use datamatrix::{DataMatrix, SymbolList};
use fast_qr::{ECL, QRBuilder};

/// Data beyond this makes modules too small for a label.
const LONGEST: usize = 300;

pub(super) fn qr(text: &str) -> Result<Symbol, BarcodeError> {
    if text.len() > LONGEST {
        return Err(BarcodeError::TooLong);
    }
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_| BarcodeError::TooLong)?;
    let dark = (0..code.size)
        .flat_map(|row| code[row].iter().take(code.size).map(|m| m.value()))
        .collect();
    Ok(Symbol::Matrix {
        width: code.size,
        dark,
    })
}

pub(super) fn data_matrix(text: &str) -> Result<Symbol, BarcodeError> {
    // Readers disagree about anything but printable ASCII in a Data Matrix.
    if let Some(letter) = text.chars().find(|c| !(' '..='~').contains(c)) {
        return Err(BarcodeError::Letter(letter));
    }
    let list = SymbolList::default().enforce_square();
    let code = DataMatrix::encode(text.as_bytes(), list).map_err(|_| BarcodeError::TooLong)?;
    let bitmap = code.bitmap();
    Ok(Symbol::Matrix {
        width: bitmap.width(),
        dark: bitmap.bits().to_vec(),
    })
}
