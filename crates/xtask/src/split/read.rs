//! What there is in a module, as far as splitting it needs to know.

use std::collections::BTreeMap;

use wasmparser::{
    DataKind, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, GlobalType, KnownCustom, MemoryType, Name,
    Operator, Parser, Payload, RefType, TableType, TypeRef,
};

/// A section, as it stands in the file.
pub(super) struct Section<'a> {
    pub(super) id: u8,
    pub(super) data: &'a [u8],
}

/// What a function's body names.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    pub(super) calls: Vec<u32>,
    pub(super) globals: Vec<u32>,
    pub(super) tables: Vec<u32>,
    /// Numbers that may be addresses: constants and the offsets of loads and stores.
    pub(super) addresses: Vec<u32>,
}

/// A stretch of memory that is filled at the start.
#[derive(Clone, Copy)]
pub(super) struct Segment<'a> {
    pub(super) start: u32,
    pub(super) bytes: &'a [u8],
}

/// A module, taken apart.
#[derive(Default)]
pub(super) struct Parsed<'a> {
    /// All sections but custom ones, in order.
    pub(super) sections: Vec<Section<'a>>,
    /// By type: how many parameters a function of it has.
    pub(super) parameter_counts: Vec<u32>,
    /// By function, imported ones first: its type.
    pub(super) function_types: Vec<u32>,
    pub(super) imported_functions: u32,
    pub(super) tables: Vec<TableType>,
    pub(super) memory: Option<MemoryType>,
    pub(super) globals: Vec<GlobalType>,
    pub(super) exports: Vec<Export<'a>>,
    /// By place in the table of functions: the function there.
    pub(super) elements: BTreeMap<u32, u32>,
    /// By function that is not imported: its body.
    pub(super) bodies: Vec<&'a [u8]>,
    /// By function: what it names; nothing for imported ones.
    pub(super) uses: Vec<Uses>,
    /// What memory holds at the start, if it is all said by constants.
    pub(super) data: Vec<Segment<'a>>,
    /// Whether there are segments of another kind, or instructions that name one.
    pub(super) has_other_data: bool,
    /// By function: its name, if it has one.
    pub(super) names: BTreeMap<u32, String>,
}

type Read<T> = Result<T, wasmparser::BinaryReaderError>;

impl<'a> Parsed<'a> {
    pub(super) fn read(wasm: &'a [u8]) -> Read<Parsed<'a>> {
        let mut parsed = Parsed::default();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            if let Some((id, range)) = payload.as_section()
                && id != 0
            {
                parsed.sections.push(Section {
                    id,
                    data: slice(wasm, range),
                });
            }
            parsed.take(payload, wasm)?;
        }
        Ok(parsed)
    }

    fn take(&mut self, payload: Payload<'a>, wasm: &'a [u8]) -> Read<()> {
        match payload {
            Payload::TypeSection(reader) => {
                for function in reader.into_iter_err_on_gc_types() {
                    self.parameter_counts.push(function?.params().len() as u32);
                }
            }
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    self.take_import(import?.ty);
                }
            }
            Payload::FunctionSection(reader) => {
                for function_type in reader {
                    self.function_types.push(function_type?);
                }
            }
            Payload::TableSection(reader) => {
                for table in reader {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(reader) => {
                for memory in reader {
                    self.memory = Some(memory?);
                }
            }
            Payload::GlobalSection(reader) => {
                for global in reader {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(reader) => self.exports = reader.into_iter().collect::<Read<Vec<_>>>()?,
            Payload::ElementSection(reader) => {
                for element in reader {
                    self.take_element(element?)?;
                }
            }
            Payload::DataSection(reader) => {
                for data in reader {
                    self.take_data(data?)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.take_body(&body, wasm)?,
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        self.take_names(name?)?;
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take_import(&mut self, ty: TypeRef) {
        match ty {
            TypeRef::Func(function_type) | TypeRef::FuncExact(function_type) => {
                self.function_types.push(function_type);
                self.uses.push(Uses::default());
                self.imported_functions += 1;
            }
            TypeRef::Table(table) => self.tables.push(table),
            TypeRef::Memory(memory) => self.memory = Some(memory),
            TypeRef::Global(global) => self.globals.push(global),
            TypeRef::Tag(_) => {}
        }
    }

    fn take_element(&mut self, element: wasmparser::Element) -> Read<()> {
        let ElementKind::Active { offset_expr, .. } = element.kind else {
            return Ok(());
        };
        let mut operators = offset_expr.get_operators_reader();
        let Operator::I32Const { value } = operators.read()? else {
            return Ok(());
        };
        if let ElementItems::Functions(functions) = element.items {
            for (place, function) in (value.cast_unsigned()..).zip(functions) {
                self.elements.insert(place, function?);
            }
        }
        Ok(())
    }

    fn take_data(&mut self, data: wasmparser::Data<'a>) -> Read<()> {
        if let DataKind::Active { offset_expr, .. } = data.kind
            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
        {
            self.data.push(Segment {
                start: value.cast_unsigned(),
                bytes: data.data,
            });
        } else {
            self.has_other_data = true;
        }
        Ok(())
    }

    /// Whether what memory holds at the start is all there is to know of segments.
    pub(super) fn data_is_constant(&self) -> bool {
        !self.has_other_data
    }

    fn take_body(&mut self, body: &FunctionBody, wasm: &'a [u8]) -> Read<()> {
        let mut uses = Uses::default();
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            if let Some(offset) = memory_offset(&operator) {
                uses.addresses.push(offset);
            }
            match operator {
                Operator::MemoryInit { .. } | Operator::DataDrop { .. } => self.has_other_data = true,
                Operator::I32Const { value } => uses.addresses.push(value.cast_unsigned()),
                Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                    uses.calls.push(function_index);
                }
                Operator::RefFunc { function_index } => uses.calls.push(function_index),
                Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                    uses.globals.push(global_index);
                }
                Operator::CallIndirect { table_index, .. } => uses.tables.push(table_index),
                Operator::TableGet { table }
                | Operator::TableSet { table }
                | Operator::TableGrow { table }
                | Operator::TableSize { table }
                | Operator::TableFill { table } => uses.tables.push(table),
                _ => {}
            }
        }
        self.bodies.push(slice(wasm, body.range()));
        self.uses.push(uses);
        Ok(())
    }

    fn take_names(&mut self, names: Name) -> Read<()> {
        if let Name::Function(names) = names {
            for naming in names {
                let naming = naming?;
                self.names.insert(naming.index, naming.name.to_owned());
            }
        }
        Ok(())
    }

    /// The table whose entries are functions.
    pub(super) fn function_table(&self) -> u32 {
        let is_functions = |table: &TableType| table.element_type == RefType::FUNCREF;
        self.tables.iter().position(is_functions).unwrap_or(0) as u32
    }

    /// Whether a function is exported.
    pub(super) fn exported(&self) -> impl Iterator<Item = u32> + '_ {
        self.exports
            .iter()
            .filter(|export| matches!(export.kind, ExternalKind::Func | ExternalKind::FuncExact))
            .map(|export| export.index)
    }
}

/// The offset of a load or store of a number.
fn memory_offset(operator: &Operator) -> Option<u32> {
    let memarg = match operator {
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg }
        | Operator::I32Store { memarg }
        | Operator::I64Store { memarg }
        | Operator::F32Store { memarg }
        | Operator::F64Store { memarg }
        | Operator::I32Store8 { memarg }
        | Operator::I32Store16 { memarg }
        | Operator::I64Store8 { memarg }
        | Operator::I64Store16 { memarg }
        | Operator::I64Store32 { memarg } => memarg,
        _ => return None,
    };
    u32::try_from(memarg.offset).ok()
}

fn slice(wasm: &[u8], range: std::ops::Range<u64>) -> &[u8] {
    &wasm[range.start as usize..range.end as usize]
}
