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
              events dead-letters list [--service S] [--consumer C] [--subject S] [--topic T]
              events dead-letters show ID           a record that a consumer could not take, and why
              events dead-letters replay ID [--data FILE] [--type T]
                                                    its subject from the first on, perhaps repaired
              events dead-letters discard ID --reason TEXT
              images                                build the container images, for docker compose and Kubernetes
              bench NAME                            measure, for example: bench start
              chaos [--seed N] [--minutes M]        break a platform of its own, and judge what became of it
              doctor                                what this machine lacks
              test                                  everything that guards a change
              verify                                test, and what takes long
            PARLEY_PORT (8080), PARLEY_DATA (.parley), PARLEY_JAVA_HOME and, to use your own servers,
            PARLEY_KAFKA_BOOTSTRAP, PARLEY_MONGODB_URI, PARLEY_REDIS_URI are taken from the environment.
            'events' takes --url URL as 'smoke' does, and PARLEY_OPERATOR_EMAIL and PARLEY_OPERATOR_PASSWORD.""";

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
            case Command.OnLetters letters -> onLetters(letters, settings, terminal);
            case Command.Doctor _ -> new DoctorCommand(settings, terminal).run();
            case Command.Help _ -> help(terminal);
        };
    }

    private static int onLetters(Command.OnLetters command, Settings settings, Terminal terminal) throws IOException {
        var signIn = new OperatorSignIn(settings);
        var address = signIn.address(command.url());
        if (address.isEmpty()) {
            terminal.complain("Parley does not run here: start it with ./parley up, or name another with --url.");
            return 3;
        }
        var operator = signIn.at(address.get(), command.url() == null);
        return new LettersCommand(new Letters(operator), terminal).run(command);
    }

    private static int help(Terminal terminal) {
        terminal.say(USAGE);
        return 0;
    }
}
