/** Why there is nothing to run, in one sentence for the user. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1;

    Failure(String sentence) {
        super(sentence);
    }
}
