package dev.parley.launcher;

import dev.parley.launcher.process.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Entry point of {@code ./parley}. Exit codes: 0 done, 1 cannot, 2 wrong usage, 3 not running. */
public final class Main {
    private static final String USAGE = """
            Usage: ./parley COMMAND
              up [--empty] [--replicas SERVICE=N]   build what is stale, start everything, stay with it
              down                                  stop everything
              status                                what runs, where, and how much memory it takes
              logs SERVICE [-f]                     what a process has written
              smoke [--url URL]                     play an interview against a running installation
              images                                build the container images, for docker compose and Kubernetes
              bench NAME                            measure, for example: bench start
              chaos [--seed N] [--minutes M]        break a platform of its own, and judge what became of it
              doctor                                what this machine lacks
              test                                  everything that guards a change
              verify                                test, and what takes long
            PARLEY_PORT (8080), PARLEY_DATA (.parley), PARLEY_JAVA_HOME and, to use your own servers,
            PARLEY_KAFKA_BOOTSTRAP, PARLEY_MONGODB_URI, PARLEY_REDIS_URI are taken from the environment.""";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // the libraries' own words are for nobody at this keyboard
        System.setProperty("logback.configurationFile", "dev/parley/launcher/launcher-logback.xml");
        var terminal = Terminal.standard();
        try {
            System.exit(run(Arguments.parse(arguments), terminal));
        } catch (UsageException e) {
            terminal.complain(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
        } catch (LaunchException e) {
            terminal.complain(e.getMessage());
            System.exit(1);
        } catch (IOException | UncheckedIOException e) {
            terminal.complain("This machine does not let Parley go on: " + e.getMessage() + ".");
            System.exit(1);
        } catch (CancellationException _) {
            // told to stop while starting: the shutdown is already under way
            System.exit(1);
        }
    }

    private static int run(Command command, Terminal terminal) throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("parley.home", "")).toAbsolutePath();
        var settings = Settings.of(home, System.getenv());
        return switch (command) {
            case Command.Up up -> new UpCommand(settings, terminal).run(up);
            case Command.Down _ -> new DownCommand(settings.data(), terminal).run();
            case Command.Status _ -> new StatusCommand(settings.data(), terminal).run();
            case Command.Logs logs -> new LogsCommand(settings.data(), System.out).run(logs);
            case Command.Smoke smoke -> new SmokeCommand(settings, terminal).run(smoke);
            case Command.Doctor _ -> new DoctorCommand(settings, terminal).run();
            case Command.Help _ -> help(terminal);
        };
    }

    private static int help(Terminal terminal) {
        terminal.say(USAGE);
        return 0;
    }
}
