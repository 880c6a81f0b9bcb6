namespace Moderation.Learning.Features;

/// <summary>Takes the features of a text, word by word. A struct, so that each walk is compiled for its sink.</summary>
internal interface IFeatureSink
{
    /// <summary>The features that follow are of this stretch of the text.</summary>
    void Begin(int start, int end);

    /// <param name="hash">32 bits, of which the highest are the best mixed.</param>
    void Add(uint hash);

    /// <summary>What was seen so far is a text by itself: a long one is read in parts, so that nothing drowns in it.</summary>
    void EndPart();
}
