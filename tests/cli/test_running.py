"""The command in a shell: exit codes, pipes, full disks, interrupts, completion, no colour where none is wanted."""

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import TOWNS, TYPED, hiwar, shell

import hiwar as package
from hiwar.cli.signature import DRAWS, SEED
from hiwar.questions import DEFAULTS

COMMANDS = ("brief", "check", "ask", "new", "schema", "show", "diff")


def test_the_version_is_that_of_the_package() -> None:
    assert hiwar("--version").out == f"hiwar {package.__version__}\n"


def test_seed_and_draws_are_those_of_the_library() -> None:
    assert (DEFAULTS.seed, DEFAULTS.draws) == (SEED, DRAWS)


def test_help_and_completion_load_no_mathematics() -> None:
    program = "import sys, hiwar.cli.app; print('scipy' in sys.modules or 'hiwar.questions' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=True)
    assert done.stdout == b"False\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_examples(command: str) -> None:
    ran = hiwar(command, "--help")
    assert ran.code == 0
    assert f"$ hiwar {command}" in ran.out


def test_the_help_lists_every_command_and_the_exit_codes() -> None:
    out = hiwar("--help").out
    assert all(f" {command} " in out for command in COMMANDS)
    assert "2 wrong" in out


def test_without_anything_the_help_is_shown_as_wrong_usage() -> None:
    ran = hiwar()
    assert ran.code == 2
    assert "Usage" in ran.out + ran.err


def test_an_unknown_command_is_wrong_usage() -> None:
    ran = hiwar("chek", TOWNS)
    assert ran.code == 2
    assert "check" in ran.err


def test_results_go_to_stdout_and_errors_to_stderr() -> None:
    good, bad = shell(f"check {TYPED}"), shell(f"show NOTHING {TYPED}")
    assert (good.code, good.err) == (0, "")
    assert (bad.code, bad.out) == (2, "")
    assert "Traceback" not in bad.err


def test_nothing_is_coloured_or_wrapped_in_a_pipe() -> None:
    ran = shell(f"show AGREE-LOW-LAKE {TYPED} | cat", COLUMNS="40")
    assert "\x1b" not in ran.out
    assert "source says: note, section 4, “in a dry summer the lake would fall”\n" in ran.out


def test_a_reader_that_stops_reading_is_no_failure_worth_a_word() -> None:
    ran = shell(f"ask interests {TYPED} -s first --json | head -1")
    assert ran.out == "{\n"
    assert ran.err == ""
    assert ran.code in (0, 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", [f"check {TYPED}", f"ask interests {TYPED} --json", "--version", "--help"])
def test_a_full_disk_is_said_in_words(command: str) -> None:
    ran = shell(f"{command} > /dev/full")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert "Exception ignored" not in ran.err
    assert "no space left on device" in ran.err.lower()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said_in_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    ran = shell(f"new {shlex.quote(str(tmp_path / 'mine'))}")
    assert ran.code == 1
    assert "permission denied" in ran.err
    tmp_path.chmod(0o700)


def test_a_stream_that_the_shell_closed_is_no_failure() -> None:
    for closed, code in ((f"check {TYPED} >&-", 0), (f"check {TYPED} 2>&-", 0), (f"show NOTHING {TYPED} 2>&-", 2)):
        ran = shell(closed)
        assert ran.code == code
        assert "Traceback" not in ran.err


def test_arabic_is_printed_whatever_the_locale() -> None:
    for environment in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}):
        ran = shell(f"ask parties {TYPED} --json", **environment)
        assert ran.code == 0
        assert "Traceback" not in ran.err


def test_an_interrupt_leaves_no_traceback() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "hiwar.cli", "ask", "appraisal", str(TOWNS), "--draws", str(2**20)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode in (130, -signal.SIGINT), "a shell shows 130 for both"
    assert b"Traceback" not in errors


@pytest.mark.parametrize(
    ("words", "expected"),
    [("hiwar ask ap", "appraisal"), (f"hiwar ask parties {TYPED} -s fi", "first"), ("hiwar che", "check")],
)
def test_the_shell_completes_commands_questions_and_sheets(words: str, expected: str) -> None:
    completing = {
        "_HIWAR_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(shlex.split(words)) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-c", "from hiwar.cli import main; main()"],
        env={**os.environ, **completing},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert expected in done.stdout.decode().split()
