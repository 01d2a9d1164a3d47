package dev.parley.chaos;

/** One thing that breaks. */
sealed interface Fault {

    /** kill -9. */
    record Kill(String process) implements Fault {
        @Override
        public String toString() {
            return "kill -9 " + process;
        }
    }

    /** SIGSTOP, and SIGCONT after a while. */
    record Freeze(String process, int seconds) implements Fault {
        @Override
        public String toString() {
            return "freeze " + process + " for " + seconds + " s";
        }
    }

    /** Killed as often as it comes back. */
    record Away(String process, int seconds) implements Fault {
        @Override
        public String toString() {
            return process + " away for " + seconds + " s";
        }
    }

    /** The process ends itself at an exact place of its code. */
    record Halt(String process, Failpoint place, int call) implements Fault {
        @Override
        public String toString() {
            return "halt " + process + " " + place.words() + ", call " + call;
        }
    }

    /** All that Redis holds is lost. */
    record FlushRedis() implements Fault {
        @Override
        public String toString() {
            return "flush redis";
        }
    }

    /** Old records come again, shuffled, some of them twice. */
    record Redeliver(String topic, int records) implements Fault {
        @Override
        public String toString() {
            return "redeliver " + records + " old records of " + topic + ", shuffled";
        }
    }

    /** A record nobody can read, of a subject of its own. */
    record Poison(String topic) implements Fault {
        @Override
        public String toString() {
            return "poison on " + topic;
        }
    }
}
