//! Who reads: the language of the answer, and the help of the command line in it.

use crate::answer::Unusable;
use clap::Command;
use rules::law::{DataFault, Law, ReadingUsed, builtin};
use rules::text::Text;
use std::ffi::OsString;
use std::fmt::Write;
use words::{Arg, Lang, lookup, msg};

/// The reader of an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader {
    /// The language asked for, else the system's.
    pub(crate) lang: Lang,
}

impl Reader {
    /// Looks for `--language` before anything else is read, so that every fault is told in it.
    pub(crate) fn of(arguments: &[OsString]) -> Result<Reader, Unusable> {
        let mut asked = None;
        let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
        while let Some(word) = words.next() {
            if word == "--language" {
                asked = words.next();
            } else if let Some(code) = word.strip_prefix("--language=") {
                asked = Some(code.to_owned().into());
            }
        }
        let system = system_language();
        match asked {
            None => Ok(Reader { lang: system }),
            // A paper may be in both languages; its reader still reads one.
            Some(code) if code == "both" && arguments.iter().any(|word| word == "paper") => {
                Ok(Reader { lang: system })
            }
            Some(code) => match Lang::ALL.into_iter().find(|lang| lang.code() == code) {
                Some(lang) => Ok(Reader { lang }),
                None => Err(Unusable(msg::cli_bad_language(system, &code))),
            },
        }
    }

    /// The wording of data in the reader's language.
    pub(crate) fn pick(self, text: &Text) -> &str {
        match self.lang {
            Lang::Kk => &text.kk,
            Lang::Ru => &text.ru,
            Lang::En => &text.en,
        }
    }

    /// The law as shipped.
    pub(crate) fn law(self) -> Result<Law, Unusable> {
        builtin().map_err(|fault| self.data_fault(&fault))
    }

    /// What is wrong with a data file of the law.
    pub(crate) fn data_fault(self, fault: &DataFault) -> Unusable {
        let mut args: Vec<(&str, Arg<'_>)> =
            fault.params.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
        args.push(("place", Arg::from(fault.place.as_str())));
        let key = format!("data-fault-{}", fault.code.replace('_', "-"));
        Unusable(lookup(self.lang, &key, &args).unwrap_or_else(|| fault.to_string()))
    }

    /// The readings that had a say in an answer, a line each.
    pub(crate) fn readings(self, used: &[ReadingUsed]) -> String {
        let mut text = String::new();
        for reading in used {
            let key = format!("reading-{}", reading.parameter.replace(['.', '_'], "-"));
            let words = lookup(self.lang, &key, &[]).unwrap_or_default();
            let _ =
                write!(text, "\n  {} {} = {}: {words}", reading.reading, reading.parameter, reading.value);
        }
        text
    }

    /// The command line described in the reader's language: `cli-help-<command>` and `cli-help-<command>-<option>`.
    pub(crate) fn described(self, command: Command) -> Command {
        let lang = self.lang;
        let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", msg::cli_help_usage(lang));
        let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        let mut command = self
            .with_options(command, "cli-help")
            .about(msg::cli_about(lang))
            .subcommand_help_heading(msg::cli_help_commands(lang))
            .help_template(template.clone());
        for name in names {
            command = command.mut_subcommand(&name, |sub| {
                let about = lookup(lang, &format!("cli-help-{name}"), &[]).unwrap_or_default();
                let sub = self.with_options(sub, &format!("cli-help-{name}"));
                sub.about(about).help_template(template.clone())
            });
        }
        command
    }

    /// Gives every option its help, whose key begins with `key`.
    fn with_options(self, mut command: Command, key: &str) -> Command {
        let options: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
        for option in options {
            let help =
                lookup(self.lang, &format!("{key}-{}", option.replace('_', "-")), &[]).unwrap_or_default();
            let heading = msg::cli_help_options(self.lang);
            command = command.mut_arg(&option, |arg| arg.help(help).help_heading(heading));
        }
        command
    }
}

/// The system's language when it is one of ours, else English.
fn system_language() -> Lang {
    sys_locale::get_locales().find_map(|name| name.parse().ok()).unwrap_or(Lang::En)
}
