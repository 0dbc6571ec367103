//! Printing on Windows: the system renders the PDF itself (Windows.Data.Pdf), so no viewer has to be installed.

use super::port::{Device, JobId, JobState, Order, PrintFailure, Printer};
use std::path::{Path, PathBuf};
use winprint::printer::{FilePrinter, PrintOutcome, PrinterDevice, WinPdfPrinter};
use winprint::ticket::PrintTicket;

/// The printers of this Windows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Windows;

/// `submit` returns when the whole job has been given to the spooler or was cancelled.
const SENT: &str = "sent";
const CANCELLED: &str = "cancelled";

impl Printer for Windows {
    fn list(&self) -> Result<Vec<Device>, PrintFailure> {
        let all = PrinterDevice::all().map_err(|cause| PrintFailure::Refused { said: cause.to_string() })?;
        // Windows without a default printer is not an error: the first one is taken then.
        let default = PrinterDevice::user_default().ok().flatten().map(|device| device.name().to_owned());
        Ok(all
            .iter()
            .map(|device| Device {
                name: device.name().to_owned(),
                title: device.name().to_owned(),
                default: default.as_deref() == Some(device.name()),
                accepting: true,
            })
            .collect())
    }

    fn submit(&self, order: &Order<'_>) -> Result<JobId, PrintFailure> {
        order.check()?;
        let device = match order.device {
            Some(name) => PrinterDevice::by_os_name(name).map_err(|_| PrintFailure::UnknownPrinter)?,
            None => PrinterDevice::user_default()
                .ok()
                .flatten()
                .or_else(|| PrinterDevice::all().ok()?.into_iter().next())
                .ok_or(PrintFailure::NoPrinter)?,
        };
        let file = Passing::write(order)?;
        let printer = WinPdfPrinter::new(device);
        for _ in 0..order.copies {
            match printer.print(&file.path, PrintTicket::default()) {
                Ok(PrintOutcome::Completed) => {}
                Ok(PrintOutcome::Canceled) => return Ok(JobId(CANCELLED.to_owned())),
                Err(cause) => return Err(PrintFailure::Refused { said: cause.to_string() }),
            }
        }
        Ok(JobId(SENT.to_owned()))
    }

    fn status(&self, job: &JobId) -> Result<JobState, PrintFailure> {
        Ok(match job.0.as_str() {
            SENT => JobState::Sent,
            CANCELLED => JobState::Failed,
            _ => JobState::Unknown,
        })
    }
}

/// The PDF for as long as Windows reads it: it takes files only, and names the job after the file.
struct Passing {
    folder: PathBuf,
    path: PathBuf,
}

impl Passing {
    fn write(order: &Order<'_>) -> Result<Self, PrintFailure> {
        // The temporary folder of Windows belongs to the user; a folder of our own keeps the name of the job free.
        let folder = std::env::temp_dir().join(format!("tanu-print-{}", std::process::id()));
        let path = folder.join(format!("{}.pdf", order.title.as_str()));
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| PrintFailure::Write { path, source }
        };
        std::fs::create_dir_all(&folder).map_err(failed(&folder))?;
        let passing = Self { folder, path };
        std::fs::write(&passing.path, order.pdf).map_err(failed(&passing.path))?;
        Ok(passing)
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
        // Fails while another job still passes; the last one removes it.
        let _ = std::fs::remove_dir(&self.folder);
    }
}
