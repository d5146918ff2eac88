//! What a shell and `man` know of the command.

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io::{self, Write};

/// Prints the script by which a shell completes the words of a command.
///
/// # Errors
/// Where it cannot be written.
pub fn completions(mut command: Command, shell: Shell, out: &mut dyn Write) -> io::Result<()> {
    let name = command.get_name().to_owned();
    // The generator ends the program where it cannot write, as into a pipe that is closed.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    out.write_all(&script)
}

/// Prints the page of `man(1)`: of the whole command, or of one of its commands.
///
/// # Errors
/// Where there is no such command, in words that name those that are; where it cannot be written.
pub fn man(mut command: Command, of: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    // Building gives subcommands their full names.
    command.build();
    let Some(name) = of else { return Man::new(command).render(out) };
    let page = command.get_subcommands().find(|one| one.get_name() == name).cloned();
    let Some(page) = page else {
        let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        let message = format!("there is no command {name}; there are {}", names.join(", "));
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    };
    Man::new(page).render(out)
}
