//! `lanes lessons`: the course on disk, held to its promises and turned into what the page loads. Owns finding and reading
//! the folder; the format is the lesson crate's, the promises are the grader's.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use lesson::{Course, Examples, Problem};

use crate::exit::{Exit, Failure};

/// Check the course, or export it for the page
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

/// Where the course is.
#[derive(clap::Args)]
pub(crate) struct Folder {
    /// The folder with course.toml [default: `lessons` here or in a folder above]
    #[arg(long, value_name = "DIR")]
    lessons: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Every starter fails, every solution passes, every half-fix fails for its stated reason
    Check {
        #[command(flatten)]
        folder: Folder,
    },
    /// Print the course as the JSON that the page loads
    Export {
        #[command(flatten)]
        folder: Folder,
    },
    /// Print the example programs as the JSON that the page loads
    Examples {
        #[command(flatten)]
        folder: Folder,
    },
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    match &args.command {
        Command::Check { folder } => check(folder, out),
        Command::Export { folder } => {
            let (course, problems) = Course::from_files(&files(folder)?);
            export(serde_json::to_string(&course), &problems, out)
        }
        Command::Examples { folder } => {
            let (examples, problems) = Examples::from_files(&files(folder)?);
            export(serde_json::to_string(&examples), &problems, out)
        }
    }
}

fn check(folder: &Folder, out: &mut dyn Write) -> Result<Exit, Failure> {
    let files = files(folder)?;
    let (course, mut problems) = Course::from_files(&files);
    problems.extend(course.lint());
    problems.extend(Examples::from_files(&files).1);
    let mut is_fine = problems.is_empty();
    tell(&problems);
    for lesson in course.lessons() {
        let broken_promises = grader::check_lesson(lesson);
        for problem in &broken_promises {
            eprintln!("lanes: {problem}");
        }
        is_fine &= broken_promises.is_empty();
        let program_count = 1 + lesson.solutions.len() + lesson.broken.len();
        let verdict = if broken_promises.is_empty() { "ok" } else { "not ok" };
        writeln!(
            out,
            "{verdict} {}: starter, {} solutions, {} half-fixes ({program_count} programs, {} checks each)",
            lesson.id,
            lesson.solutions.len(),
            lesson.broken.len(),
            lesson.checks.len(),
        )?;
        out.flush()?;
    }
    Ok(if is_fine { Exit::Fine } else { Exit::Finding })
}

fn export(json: serde_json::Result<String>, problems: &[Problem], out: &mut dyn Write) -> Result<Exit, Failure> {
    if !problems.is_empty() {
        tell(problems);
        return Ok(Exit::Finding);
    }
    let json = json.map_err(|error| Failure::Output(error.into()))?;
    writeln!(out, "{json}")?;
    Ok(Exit::Fine)
}

fn tell(problems: &[Problem]) {
    for problem in problems {
        eprintln!("lanes: {problem}");
    }
}

/// Reads the course.
pub(crate) fn load(folder: &Folder) -> Result<(Course, Vec<Problem>), Failure> {
    Ok(Course::from_files(&files(folder)?))
}

/// Reads every file of the lessons.
fn files(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let root = match &folder.lessons {
        Some(root) => root.clone(),
        None => find()?,
    };
    let mut files = Vec::new();
    collect(&root, &root, &mut files)
        .map_err(|error| Failure::Usage(format!("cannot read the lessons in `{}`: {error}", root.display())))?;
    Ok(files)
}

/// The folder `lessons` with a course in it, here or in the nearest folder above.
fn find() -> Result<PathBuf, Failure> {
    let here =
        std::env::current_dir().map_err(|error| Failure::Usage(format!("there is no current folder: {error}")))?;
    here.ancestors()
        .map(|folder| folder.join("lessons"))
        .find(|folder| folder.join("course.toml").is_file())
        .ok_or_else(|| {
            Failure::Usage("there is no lessons/course.toml here or above; say where with `--lessons DIR`".to_owned())
        })
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let inside: Vec<String> = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect();
            files.push((inside.join("/"), fs::read_to_string(&path)?));
        }
    }
    Ok(())
}
