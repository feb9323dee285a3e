//! Cuts a module in two: what the page needs for its first view, and the engine, which it loads right after.
//!
//! The two share memory, table and globals. A function of the engine that the page calls stays behind as a stub that
//! calls through a place in the table; the engine fills these places when it is instantiated with the page's exports
//! under the import module `app`. Whoever calls a stub before that meets an empty place, which traps.
//!
//! Owns the choice of functions (in [`choose`]) and of constants (in [`data`]), both encodings, and nothing of what the functions do. The same idea as
//! Binaryen's `wasm-split`, which its npm package does not carry.

mod choose;
mod data;
mod read;

use std::collections::BTreeMap;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, Module, RawSection, SectionId, TableSection,
};
use wasmparser::{BinaryReader, FunctionBody, GlobalType, TableType};

use crate::failure::{Outcome, fail};

use read::Parsed;

/// The import module under which the engine sees the page.
const PAGE: &str = "app";

/// The two modules.
pub(crate) struct Split {
    pub(crate) page: Vec<u8>,
    pub(crate) engine: Vec<u8>,
}

/// Splits a module that still has its name section.
pub(crate) fn split(wasm: &[u8]) -> Outcome<Split> {
    let Ok(parsed) = Parsed::read(wasm) else {
        return fail("the page's wasm cannot be read, so it cannot be split");
    };
    let moved = choose::engine_functions(&parsed);
    let segments = if parsed.data_is_constant() {
        data::engine_segments(&parsed, &moved)
    } else {
        vec![false; parsed.data.len()]
    };
    let plan = Plan::new(&parsed, &moved, &segments);
    match (page(&parsed, &plan), engine(&parsed, &plan)) {
        (Ok(page), Ok(engine)) => Ok(Split { page, engine }),
        (Err(error), _) | (_, Err(error)) => fail(format!("the page's wasm cannot be split: {error:?}")),
    }
}

/// What goes where.
struct Plan<'a> {
    /// By function: whether it moves to the engine.
    moved: &'a [bool],
    /// By segment of data: whether it moves likewise.
    segments: &'a [bool],
    /// By moved function that the page calls: its place in the table.
    slots: BTreeMap<u32, u32>,
    /// The table of functions.
    table: u32,
    /// What the engine imports: functions, globals and tables of the page, by their number there.
    functions: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
    /// By moved function: its number in the engine.
    engine_numbers: BTreeMap<u32, u32>,
}

impl<'a> Plan<'a> {
    fn new(parsed: &Parsed, moved: &'a [bool], segments: &'a [bool]) -> Plan<'a> {
        let table = parsed.function_table();
        let mut slots = BTreeMap::new();
        let mut functions = BTreeMap::new();
        let mut globals = BTreeMap::new();
        let mut tables = BTreeMap::from([(table, 0)]);
        let mut next_slot = parsed.tables[table as usize].initial as u32;
        for (index, uses) in parsed.uses.iter().enumerate() {
            let is_engine = moved[index];
            for &callee in &uses.calls {
                let is_callee_moved = moved[callee as usize];
                if !is_engine && is_callee_moved && !slots.contains_key(&callee) {
                    slots.insert(callee, next_slot);
                    next_slot += 1;
                }
                if is_engine && !is_callee_moved {
                    functions.insert(callee, 0);
                }
            }
            if is_engine {
                globals.extend(uses.globals.iter().map(|&global| (global, 0)));
                tables.extend(uses.tables.iter().map(|&table| (table, 0)));
            }
        }
        number(&mut functions, 0);
        number(&mut globals, 0);
        number(&mut tables, 0);
        let mut engine_numbers: BTreeMap<u32, u32> = (0..)
            .zip(moved)
            .filter(|(_, is_moved)| **is_moved)
            .map(|(index, _)| (index, 0))
            .collect();
        number(&mut engine_numbers, functions.len() as u32);
        Plan {
            moved,
            segments,
            slots,
            table,
            functions,
            globals,
            tables,
            engine_numbers,
        }
    }
}

/// Numbers the entries in order.
fn number(entries: &mut BTreeMap<u32, u32>, first: u32) {
    (first..)
        .zip(entries.values_mut())
        .for_each(|(number, place)| *place = number);
}

fn function_name(index: u32) -> String {
    format!("f{index:x}")
}

fn global_name(index: u32) -> String {
    format!("g{index:x}")
}

fn table_name(index: u32) -> String {
    format!("t{index:x}")
}

type Encoded<T> = Result<T, reencode::Error>;

/// The module of the page: everything as it was, with stubs in place of what moved.
fn page(parsed: &Parsed, plan: &Plan) -> Encoded<Vec<u8>> {
    let mut module = Module::new();
    for section in &parsed.sections {
        match section.id {
            id if id == SectionId::Table as u8 => {
                module.section(&page_tables(parsed, plan)?);
            }
            id if id == SectionId::Export as u8 => {
                module.section(&page_exports(parsed, plan));
            }
            id if id == SectionId::Code as u8 => {
                module.section(&page_code(parsed, plan));
            }
            id if id == SectionId::Data as u8 && parsed.data_is_constant() => {
                module.section(&data::section(parsed, plan.segments, false));
            }
            // Only instructions that copy segments need their count in advance, and those there are not.
            id if id == SectionId::DataCount as u8 && parsed.data_is_constant() => {}
            id => {
                module.section(&RawSection { id, data: section.data });
            }
        }
    }
    Ok(module.finish())
}

fn page_tables(parsed: &Parsed, plan: &Plan) -> Encoded<TableSection> {
    let added = plan.slots.len() as u64;
    let mut section = TableSection::new();
    for (index, table) in parsed.tables.iter().enumerate() {
        let mut table = *table;
        if index as u32 == plan.table {
            table.initial += added;
            table.maximum = table.maximum.map(|maximum| maximum + added);
        }
        section.table(reencode::RoundtripReencoder.table_type(table)?);
    }
    Ok(section)
}

fn page_exports(parsed: &Parsed, plan: &Plan) -> ExportSection {
    let mut section = ExportSection::new();
    for export in &parsed.exports {
        section.export(export.name, export_kind(export.kind), export.index);
    }
    for &index in plan.functions.keys() {
        section.export(&function_name(index), ExportKind::Func, index);
    }
    for &index in plan.globals.keys() {
        section.export(&global_name(index), ExportKind::Global, index);
    }
    for &index in plan.tables.keys() {
        section.export(&table_name(index), ExportKind::Table, index);
    }
    section
}

fn export_kind(kind: wasmparser::ExternalKind) -> ExportKind {
    match kind {
        wasmparser::ExternalKind::Func | wasmparser::ExternalKind::FuncExact => ExportKind::Func,
        wasmparser::ExternalKind::Table => ExportKind::Table,
        wasmparser::ExternalKind::Memory => ExportKind::Memory,
        wasmparser::ExternalKind::Global => ExportKind::Global,
        wasmparser::ExternalKind::Tag => ExportKind::Tag,
    }
}

fn page_code(parsed: &Parsed, plan: &Plan) -> CodeSection {
    let mut section = CodeSection::new();
    for (offset, body) in parsed.bodies.iter().enumerate() {
        let index = parsed.imported_functions + offset as u32;
        match (plan.moved[index as usize], plan.slots.get(&index)) {
            (false, _) => section.raw(body),
            (true, Some(&slot)) => section.function(&stub(parsed, plan, index, slot)),
            // Only the engine calls it, or whoever takes it from the table, where the engine puts the real one.
            (true, None) => section.function(&unreachable_function()),
        };
    }
    section
}

fn stub(parsed: &Parsed, plan: &Plan, index: u32, slot: u32) -> Function {
    let function_type = parsed.function_types[index as usize];
    let parameters = parsed.parameter_counts[function_type as usize];
    let mut function = Function::new([]);
    let mut code = function.instructions();
    (0..parameters).for_each(|parameter| {
        code.local_get(parameter);
    });
    code.i32_const(slot.cast_signed());
    code.call_indirect(plan.table, function_type);
    code.end();
    function
}

fn unreachable_function() -> Function {
    let mut function = Function::new([]);
    function.instructions().unreachable().end();
    function
}

/// The module of the engine: the functions that moved, with the page's imported.
fn engine(parsed: &Parsed, plan: &Plan) -> Encoded<Vec<u8>> {
    let mut module = Module::new();
    if let Some(types) = parsed
        .sections
        .iter()
        .find(|section| section.id == SectionId::Type as u8)
    {
        module.section(&RawSection {
            id: types.id,
            data: types.data,
        });
    }
    module.section(&engine_imports(parsed, plan)?);
    let mut functions = FunctionSection::new();
    for &index in plan.engine_numbers.keys() {
        functions.function(parsed.function_types[index as usize]);
    }
    module.section(&functions);
    module.section(&engine_elements(parsed, plan));
    let mut code = CodeSection::new();
    for &index in plan.engine_numbers.keys() {
        let body = parsed.bodies[(index - parsed.imported_functions) as usize];
        let body = FunctionBody::new(BinaryReader::new(body, 0));
        Renumber { plan }.parse_function_body(&mut code, body)?;
    }
    module.section(&code);
    if parsed.data_is_constant() {
        module.section(&data::section(parsed, plan.segments, true));
    }
    Ok(module.finish())
}

fn engine_imports(parsed: &Parsed, plan: &Plan) -> Encoded<ImportSection> {
    let mut roundtrip = reencode::RoundtripReencoder;
    let mut section = ImportSection::new();
    for &index in plan.functions.keys() {
        section.import(
            PAGE,
            &function_name(index),
            EntityType::Function(parsed.function_types[index as usize]),
        );
    }
    for &index in plan.tables.keys() {
        let table: TableType = parsed.tables[index as usize];
        section.import(
            PAGE,
            &table_name(index),
            roundtrip.table_type(TableType { maximum: None, ..table })?,
        );
    }
    if let Some(memory) = parsed.memory {
        section.import(PAGE, "memory", roundtrip.memory_type(memory)?);
    }
    for &index in plan.globals.keys() {
        let global: GlobalType = parsed.globals[index as usize];
        section.import(PAGE, &global_name(index), roundtrip.global_type(global)?);
    }
    Ok(section)
}

/// Fills the places of the stubs, and those where the page's table holds a function that moved.
fn engine_elements(parsed: &Parsed, plan: &Plan) -> ElementSection {
    let stubs = plan.slots.iter().map(|(&function, &slot)| (slot, function));
    let taken = parsed
        .elements
        .iter()
        .filter(|(_, function)| plan.moved[**function as usize]);
    let places: BTreeMap<u32, u32> = taken.map(|(&slot, &function)| (slot, function)).chain(stubs).collect();
    let places: Vec<(u32, u32)> = places.into_iter().collect();
    let mut section = ElementSection::new();
    for run in places.chunk_by(|(before, _), (after, _)| before + 1 == *after) {
        let functions: Vec<u32> = run.iter().map(|(_, function)| plan.engine_numbers[function]).collect();
        let offset = ConstExpr::i32_const(run[0].0.cast_signed());
        let table = plan.tables[&plan.table];
        section.active(
            (table != 0).then_some(table),
            &offset,
            Elements::Functions(functions.into()),
        );
    }
    section
}

/// Gives what a moved body names the numbers that it has in the engine.
struct Renumber<'a> {
    plan: &'a Plan<'a>,
}

impl Reencode for Renumber<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, reencode::Error<Self::Error>> {
        let own = self.plan.engine_numbers.get(&index);
        Ok(own
            .or_else(|| self.plan.functions.get(&index))
            .copied()
            .unwrap_or(index))
    }

    fn global_index(&mut self, index: u32) -> Result<u32, reencode::Error<Self::Error>> {
        Ok(self.plan.globals.get(&index).copied().unwrap_or(index))
    }

    fn table_index(&mut self, index: u32) -> Result<u32, reencode::Error<Self::Error>> {
        Ok(self.plan.tables.get(&index).copied().unwrap_or(index))
    }
}
