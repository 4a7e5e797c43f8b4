import java.io.FileInputStream;
import java.io.InputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Whether PDFs follow a standard: `VeraCheck 2a FILE …` or `VeraCheck ua1 FILE …`. Names each file
 * that does not, with the clauses that it breaks, and then ends with status 1.
 */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
    var foundry = Foundries.defaultInstance();
    int checked = 0;
    int failed = 0;
    for (int n = 1; n < arguments.length; n++) {
      try (InputStream file = new FileInputStream(arguments[n]);
          PDFAParser parser = foundry.createParser(file, flavour)) {
        ValidationResult result = foundry.createValidator(flavour, false).validate(parser);
        checked++;
        if (!result.isCompliant()) {
          failed++;
          var clauses = result.getTestAssertions().stream()
              .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
              .map(test -> test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber())
              .distinct().sorted().toList();
          System.out.println(arguments[n] + " is not " + flavour + ": " + clauses);
        }
      }
    }
    System.out.println(flavour + ": " + (checked - failed) + " of " + checked + " files follow it");
    System.exit(failed == 0 && checked > 0 ? 0 : 1);
  }
}
